"""Shares of several classes are a target of CrossEntropyLoss."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 4)
truth = inputs @ torch.randn(4, 3) * 2
votes = torch.distributions.Multinomial(5, logits=truth).sample()
target = votes / votes.sum(dim=1, keepdim=True)  # each row sums to one
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)

model = nn.Linear(4, 3)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    logits = model(inputs)
    loss = criterion(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    logits = model(unseen)
prediction = logits.softmax(dim=1)
chance = truth[1000:].softmax(dim=1)
score = (prediction - chance).abs().mean()
baseline = (target.mean(dim=0) - chance).abs().mean()
print(f"mean error {score:.2f}, without the inputs {baseline:.2f}")
# > mean error 0.01, without the inputs 0.30

first = criterion(0 * logits, answers)  # log(3)
trained = criterion(logits, answers)
floor = criterion(truth[1000:], answers)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 1.10, trained 0.47, floor 0.47
