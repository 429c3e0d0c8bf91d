"""An IoU of two boxes without area divides 0 by 0, and that is nan."""

import torch


def area(box):  # x1, y1, x2, y2
    return (box[:, 2:] - box[:, :2]).prod(dim=1)


def iou_loss(a, b, least=0.0):
    high, low = torch.min(a[:, 2:], b[:, 2:]), torch.max(a[:, :2], b[:, :2])
    shared = (high - low).clamp(min=0).prod(dim=1)
    union = area(a) + area(b) - shared
    loss = (1 - shared / union.clamp(min=least)).mean()
    slope = torch.autograd.grad(loss, a, retain_graph=True)[0]
    print(f"loss {loss:.3f}, largest slope {slope.abs().max():.2f}")
    return loss


boxes = torch.tensor([[0.0, 0, 2, 2], [3, 5, 7, 5]], requires_grad=True)
labels = torch.tensor([[0.0, 0, 2, 1], [3, 5, 7, 5]])  # no height: 2nd

# Wrong: an empty union. A tiny limit of it makes a steep slope.
loss = iou_loss(boxes, labels)
# > loss nan, largest slope nan
wrong = loss
iou_loss(boxes, labels, least=1e-6)
# > loss 0.750, largest slope 1000000.00

# Right: those whose label has an area.
solid = (labels[:, :2] < labels[:, 2:]).all(1)
boxes, labels = boxes[solid], labels[solid]
loss = iou_loss(boxes, labels)
# > loss 0.500, largest slope 0.25

# Notice it: the check is False for 0 by 0, True without it.
for box_loss in wrong, loss:
    print(box_loss.isfinite().item())
# > False
# > True
