"""L1Loss pulls as hard at a large error as at a small one."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 4)
truth = inputs @ torch.randn(4, 1) * 2
noise = 0.5 * torch.randn(2000, 1)
noise[torch.rand(2000, 1) < 0.1] *= 20  # one target in ten is far off
target = truth + noise
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)

model = nn.Linear(4, 1)
criterion = nn.L1Loss()
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
wanted = truth[1000:]  # without the noise
score = (prediction - wanted).square().mean().sqrt()
baseline = (target.mean() - wanted).square().mean().sqrt()
print(f"RMSE {score:.1f}, without the inputs {baseline:.2f}")
# > RMSE 0.0, without the inputs 2.05

first = criterion(0 * outputs, answers)  # answers.abs().mean()
trained = criterion(outputs, answers)
floor = criterion(truth[1000:], answers)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 2.33, trained 1.15, floor 1.15
