"""Any number of tags takes one logit for each, and BCEWithLogitsLoss."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 4)
truth = inputs @ torch.randn(4, 3) * 2  # a logit for each tag
target = truth.sigmoid().bernoulli()  # multi-hot: 1.0 for each true tag
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)

model = nn.Linear(4, 3)
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    logits = model(inputs)
    loss = criterion(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    logits = model(unseen)
prediction = logits > 0  # any number of them
score = (prediction == answers).float().mean()
baseline = (target.median(dim=0).values == answers).float().mean()
print(f"accuracy {score:.2f}, without the inputs {baseline:.2f}")
# > accuracy 0.79, without the inputs 0.52

first = criterion(0 * logits, answers)  # log(2)
trained = criterion(logits, answers)
floor = criterion(truth[1000:], answers)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 0.69, trained 0.43, floor 0.43
