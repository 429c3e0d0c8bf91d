"""Angles are compared around the circle, not along the line."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.zeros(4, 1)  # they do not tell the angles apart
degrees = torch.tensor([[350.0], [10.0], [340.0], [20.0]])  # near north
angles = degrees.deg2rad()


def train(model, target):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
    for _ in range(200):
        loss = nn.MSELoss()(model(inputs), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model(inputs)


# Wrong: one output, and the squared difference of the numbers.
model = nn.Linear(1, 1)
target = degrees
output = train(model, target)
answer = output[:, 0]
print(f"answer {answer[0].abs():.0f} degrees")
# > answer 180 degrees
print("distance", min(640, 360 - 640))
# > distance -280

# Right: two outputs, a sine and a cosine, and atan2 for the answer.
model = nn.Linear(1, 2)
target = torch.cat([angles.sin(), angles.cos()], dim=1)
output = train(model, target)
answer = torch.atan2(output[:, 0], output[:, 1]).rad2deg()
print(f"answer {answer[0].abs():.0f} degrees")
# > answer 0 degrees
print("distance", abs((640 + 180) % 360 - 180))
# > distance 80
