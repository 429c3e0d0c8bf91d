"""An IoU loss has no slope where the boxes do not overlap."""

import torch


def area(box):  # x1, y1, x2, y2
    return (box[2:] - box[:2]).clamp(min=0).prod()


def train(loss_of):  # moves a box towards the target
    target = torch.tensor([6.0, 0.0, 8.0, 2.0])
    box = torch.tensor([0.0, 0.0, 2.0, 2.0], requires_grad=True)
    optimizer = torch.optim.Adam([box], lr=0.05)
    slopes = []
    for _ in range(500):
        low = torch.maximum(box[:2], target[:2])
        high = torch.minimum(box[2:], target[2:])
        shared = (high - low).clamp(min=0).prod()
        union = area(box) + area(target) - shared
        low = torch.minimum(box[:2], target[:2])
        high = torch.maximum(box[2:], target[2:])
        around = (high - low).prod()  # the smallest box around both
        optimizer.zero_grad()
        loss_of(shared, union, around).backward()
        optimizer.step()
        slopes.append(box.grad.abs().max())
    print(f"first slope {slopes[0]:.2f}, last IoU {shared / union:.1f}")


# Wrong: the IoU alone.
train(lambda shared, union, around: 1 - shared / union)
# > first slope 0.00, last IoU 0.0

# Right: GIoU, which also counts the empty room between the boxes.
train(lambda shared, union, around: 1 - shared / union + 1 - union / around)
# > first slope 0.12, last IoU 1.0
