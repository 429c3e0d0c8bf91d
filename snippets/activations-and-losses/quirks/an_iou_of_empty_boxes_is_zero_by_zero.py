"""An IoU of two boxes without area divides 0 by 0, and that is nan."""

import torch


def area(box):  # x1, y1, x2, y2
    return (box[:, 2:] - box[:, :2]).prod(dim=1)


def iou_loss(a, b, least=0.0):
    high, low = torch.min(a[:, 2:], b[:, 2:]), torch.max(a[:, :2], b[:, :2])
    shared = (high - low).clamp(min=0).prod(dim=1)
    union = area(a) + area(b) - shared
    loss = (1 - shared / union.clamp(min=least)).mean()
    slope = torch.autograd.grad(loss, boxes, retain_graph=True)[0]
    print(f"loss {loss:.3f}, largest slope {slope.abs().max():.2f}")
    return loss


boxes = torch.tensor([[0.0, 0, 2, 2], [3, 5, 7, 5]], requires_grad=True)
labels = torch.tensor([[0.0, 0, 2, 1], [3, 5, 7, 5]])  # no height: 2nd
solid = area(labels) > 0

# Wrong: all boxes. The union of the empty ones is 0.
wrong = iou_loss(boxes, labels)
# > loss nan, largest slope nan

# Right: those whose label has an area.
right = iou_loss(boxes[solid], labels[solid])
# > loss 0.500, largest slope 0.25

# A tiny limit ends the nan, and makes a steep slope.
iou_loss(boxes, labels, least=1e-6)
# > loss 0.750, largest slope 1000000.00

# Notice it: the check is False for 0 by 0, True without it.
for loss in wrong, right:
    print(loss.isfinite().item())
# > False
# > True
