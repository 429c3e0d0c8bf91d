"""A number takes one output without an activation, and MSELoss."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 4)
truth = inputs @ torch.randn(4, 1) * 2
target = truth + 0.5 * torch.randn(2000, 1)  # (N, 1), as the outputs are
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)

model = nn.Linear(4, 1)
criterion = nn.MSELoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    outputs = model(inputs)
    loss = criterion(outputs, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    outputs = model(unseen)
prediction = outputs
score = (prediction - answers).square().mean().sqrt()
baseline = (target.mean() - answers).square().mean().sqrt()
print(f"RMSE {score:.2f}, without the inputs {baseline:.2f}")
# > RMSE 0.51, without the inputs 2.11

first = criterion(0 * outputs, answers)  # answers.square().mean()
trained = criterion(outputs, answers)
floor = criterion(truth[1000:], answers)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 4.47, trained 0.26, floor 0.26
