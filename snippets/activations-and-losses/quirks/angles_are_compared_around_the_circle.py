"""Angles are compared around the circle, not along the line."""

import torch

degrees = torch.tensor([350.0, 10.0, 340.0, 20.0])  # all near north
angles = degrees.deg2rad()
pairs = torch.stack([angles.sin(), angles.cos()], dim=1)


def fit(start, criterion):
    w = torch.tensor(start, requires_grad=True)  # the model: one answer
    optimizer = torch.optim.SGD([w], lr=0.2)
    for _ in range(200):
        loss = criterion(w)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return w.detach()


# Wrong: the squared difference of the numbers.
start = [90.0]  # one output
answer = fit(start, lambda w: (w - degrees).square().mean())
print(f"answer {answer.item():.0f} degrees")
# > answer 180 degrees
difference = torch.tensor(-640.0).abs()
print(f"distance {torch.minimum(difference, 360 - difference):.0f}")
# > distance -280

# Right: a sine and a cosine, and atan2 for the answer.
start = [1.0, 0.0]  # two outputs
answer = fit(start, lambda w: (w - pairs).square().mean())
print(
    f"answer {abs(torch.atan2(answer[0], answer[1]).rad2deg()):.0f} degrees"
)
# > answer 0 degrees
difference = (torch.tensor(-640.0) + 180) % 360 - 180
print(f"distance {difference.abs():.0f}")
# > distance 80
