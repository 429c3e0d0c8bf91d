"""A range takes one output for each quantile, and the pinball loss."""

import torch
from torch import nn

torch.manual_seed(0)
levels = torch.tensor([0.1, 0.5, 0.9])
inputs = 4 * torch.rand(2000, 4)
spread = 0.2 + inputs[:, :1] / 4
truth = inputs @ torch.randn(4, 1) + spread * torch.special.ndtri(levels)
target = truth[:, 1:2] + spread * torch.randn(2000, 1)
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)


def pinball(outputs, target):
    errors = target - outputs  # (N, 3): each level against the number
    return torch.maximum(levels * errors, (levels - 1) * errors).mean()


model = nn.Linear(4, 3)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    outputs = model(inputs)
    loss = pinball(outputs, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

outputs = model(unseen).detach()
prediction = outputs.sort(dim=1).values  # no quantile below a lower one
score = (prediction - truth[1000:]).abs().mean()
baseline = (target.quantile(levels) - truth[1000:]).abs().mean()
print(f"mean error {score:.2f}, without the inputs {baseline:.2f}")
# > mean error 0.05, without the inputs 1.13
first = pinball(0 * outputs, answers)  # answers.abs().mean() / 2
trained = pinball(outputs, answers)
floor = pinball(truth[1000:], answers)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 0.55, trained 0.17, floor 0.17
