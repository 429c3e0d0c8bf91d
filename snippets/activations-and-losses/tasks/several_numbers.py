"""Several numbers take one output each, on one scale, and MSELoss."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 4)
scales = torch.tensor([1.0, 100.0])  # degrees, and hectopascals
truth = inputs @ torch.randn(4, 2) * scales
target = truth + 0.5 * scales * torch.randn(2000, 2)
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)
mean, deviation = target.mean(dim=0), target.std(dim=0)

model = nn.Linear(4, 2)
criterion = nn.MSELoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    outputs = model(inputs)
    loss = criterion(outputs, (target - mean) / deviation)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    outputs = model(unseen)
prediction = outputs * deviation + mean
errors = (prediction - answers).square().mean(dim=0).sqrt()
score = (errors / deviation).mean()
baseline = ((mean - answers).square().mean(dim=0).sqrt() / deviation).mean()
print(f"relative error {score:.2f}, without the inputs {baseline:.2f}")
# > relative error 0.36, without the inputs 0.99

scaled = (answers - mean) / deviation
first = criterion(0 * outputs, scaled)
trained = criterion(outputs, scaled)
floor = criterion((truth[1000:] - mean) / deviation, scaled)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 0.98, trained 0.13, floor 0.13
