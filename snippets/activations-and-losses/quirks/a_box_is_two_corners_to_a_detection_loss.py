"""A box of x, y, width and height is no box of two corners."""

import torch

anchor = torch.tensor([[50.0, 60, 90, 120]])  # x1, y1, x2, y2


def box_loss(boxes):  # compares the logarithms of width and height
    size = (boxes[:, 2:] - boxes[:, :2]) / (anchor[:, 2:] - anchor[:, :2])
    return size.log().abs().sum()


def corners(box):  # the second corner is the first plus the size
    return torch.cat([box[:, :2], box[:, :2] + box[:, 2:]], dim=1)


boxes = torch.tensor([[60.0, 70, 40, 30]])  # x, y, width, height

# Wrong: read as corners, the box is -20 wide.
print(f"{box_loss(boxes):.2f}")
# > nan

# Right: two corners.
print(f"{box_loss(corners(boxes)):.2f}")
# > 0.69

# A picture without objects: no box at all, not one of zeros.
for none in torch.zeros(1, 4), torch.zeros(0, 4):
    print(tuple(none.shape), f"{box_loss(none):.2f}")
# > (1, 4) inf
# > (0, 4) 0.00

# Notice it: False for x, y, width, height, True for two corners.
for target in boxes, corners(boxes):
    print((target[:, 2:] > target[:, :2]).all().item())
# > False
# > True
