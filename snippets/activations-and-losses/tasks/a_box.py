"""A box takes four numbers, and one minus the IoU of the two boxes."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.rand(2000, 4)
corner, size = inputs[:, :2], 0.2 + inputs[:, 2:]  # what the image shows
target = torch.cat([corner, corner + size], dim=1)  # x1, y1, x2, y2
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)


def iou(boxes, others):
    low = torch.maximum(boxes[:, :2], others[:, :2])
    high = torch.minimum(boxes[:, 2:], others[:, 2:])
    both = (high - low).clamp(min=0).prod(dim=1)
    areas = [(b[:, 2:] - b[:, :2]).prod(dim=1) for b in (boxes, others)]
    return both / (areas[0] + areas[1] - both)


def boxes_of(outputs):  # a corner, and a width and height above zero
    corner, size = outputs[:, :2], outputs[:, 2:].exp()
    return torch.cat([corner, corner + size], dim=1)


model = nn.Linear(4, 4)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    outputs = model(inputs)
    loss = 1 - iou(boxes_of(outputs), target).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
prediction = boxes_of(model(unseen).detach())
score = iou(prediction, answers).mean()
baseline = iou(target.mean(dim=0, keepdim=True), answers).mean()
print(f"IoU {score:.1f}, without the inputs {baseline:.2f}")
# > IoU 0.8, without the inputs 0.22
