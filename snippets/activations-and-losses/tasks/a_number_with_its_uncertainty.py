"""A number and its spread take two outputs and GaussianNLLLoss."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 4)
truth = inputs @ torch.randn(4, 2)  # the mean, and the log of the variance
deviation = truth[:, 1:].exp().sqrt()
target = truth[:, :1] + deviation * torch.randn(2000, 1)
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)

model = nn.Linear(4, 2)
criterion = nn.GaussianNLLLoss()  # it takes a variance, and no deviation
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    outputs = model(inputs)
    loss = criterion(outputs[:, :1], target, outputs[:, 1:].exp())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    outputs = model(unseen)
prediction, spread = outputs[:, :1], outputs[:, 1:].exp().sqrt()
inside = ((answers - prediction).abs() < spread).float().mean()
print(f"within one deviation {inside:.1f}")
# > within one deviation 0.7
score = (spread - deviation[1000:]).square().mean().sqrt()
baseline = (target.std() - deviation[1000:]).square().mean().sqrt()
print(f"RMSE of the spread {score:.2f}, without the inputs {baseline:.2f}")
# > RMSE of the spread 0.05, without the inputs 1.45
first, trained, floor = (
    criterion(given[:, :1], answers, given[:, 1:].exp())
    for given in (0 * outputs, outputs, truth[1000:])
)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 2.10, trained 0.49, floor 0.49
