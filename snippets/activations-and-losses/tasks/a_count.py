"""A count takes the logarithm of its rate, and PoissonNLLLoss."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 4)
truth = 2 + inputs @ torch.randn(4, 1) / 2  # the log of the rate
target = torch.poisson(truth.exp())
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)

model = nn.Linear(4, 1)
criterion = nn.PoissonNLLLoss()  # it takes the exponential itself
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    log_rate = model(inputs)
    loss = criterion(log_rate, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    log_rate = model(unseen)
prediction = log_rate.exp()
score = (prediction - answers).abs().mean()
baseline = (target.mean() - answers).abs().mean()
print(f"mean error {score:.1f}, without the inputs {baseline:.1f}")
# > mean error 2.3, without the inputs 4.1

first = criterion(0 * log_rate, answers)  # 1
trained = criterion(log_rate, answers)
floor = criterion(truth[1000:], answers)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 1.00, trained -10.95, floor -10.95
