"""Rare classes count as often as others with a weight for each class."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 4)
chance = inputs @ torch.randn(4, 3) * 2 + torch.tensor([4.0, 0.0, 0.0])
target = torch.distributions.Categorical(logits=chance).sample()
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)
weight = 1 / target.bincount()

model = nn.Linear(4, 3)
criterion = nn.CrossEntropyLoss(weight=weight)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    logits = model(inputs)
    loss = criterion(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    logits = model(unseen)
prediction = logits.argmax(dim=1)
right = (prediction == answers).float()
score = torch.stack([right[answers == c].mean() for c in range(3)]).mean()
baseline = 1 / 3  # always the same class
print(f"balanced accuracy {score:.2f}, without the inputs {baseline:.2f}")
# > balanced accuracy 0.79, without the inputs 0.33

truth = chance[1000:] + weight.log()  # a weight moves a logit by its log
first = criterion(0 * logits, answers)  # log(3)
trained = criterion(logits, answers)
floor = criterion(truth, answers)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 1.10, trained 0.44, floor 0.44
