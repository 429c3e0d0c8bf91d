"""Yes or no takes one logit and BCEWithLogitsLoss."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 4)
truth = inputs @ torch.randn(4, 1) * 2  # the logit of a yes
target = truth.sigmoid().bernoulli()  # 0.0 or 1.0, float32, (N, 1)
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)

model = nn.Linear(4, 1)
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
prediction = (logits > 0).float()  # where the probability is above one half
score = (prediction == answers).float().mean()
baseline = (target.median() == answers).float().mean()
print(f"accuracy {score:.1f}, without the inputs {baseline:.2f}")
# > accuracy 0.8, without the inputs 0.51

first = criterion(0 * logits, answers)  # log(2)
trained = criterion(logits, answers)
floor = criterion(truth[1000:], answers)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 0.69, trained 0.45, floor 0.44
