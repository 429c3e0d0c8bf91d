"""A detection model takes a list with one dict of tensors per image."""

import torch


def attempt(targets):  # reads its targets as torchvision's models do
    try:
        for target in targets:
            boxes, labels = target["boxes"], target["labels"]
            print(len(boxes), len(boxes.unbind(1)), labels.dtype)
    except (TypeError, IndexError) as error:
        print(error)


# Two images as a file of annotations has them: x, y, width, height.
images = [[{"bbox": [1.0, 2.0, 3.0, 4.0], "category_id": 1}], []]

# Wrong: the annotations as they are, or an empty tensor of shape (0,).
targets = images
attempt(targets)
# > list indices must be integers or slices, not str
attempt([{"boxes": torch.tensor([]), "labels": torch.tensor([])}])
# > Dimension out of range (expected to be in range of [-1, 0], but got 1)

# Right: boxes (N, 4) of two corners, labels (N,) of int64, also for N = 0.
targets = []
for objects in images:
    boxes = torch.tensor([item["bbox"] for item in objects]).reshape(-1, 4)
    boxes[:, 2:] += boxes[:, :2]
    labels = torch.tensor([item["category_id"] for item in objects])
    targets.append({"boxes": boxes, "labels": labels.to(torch.int64)})
attempt(targets)
# > 1 4 torch.int64
# > 0 4 torch.int64

# Notice it: False for an empty tensor, True for the boxes above.
for boxes in (torch.tensor([]), targets[1]["boxes"]):
    print(boxes.shape[1:] == (4,))
# > False
# > True
