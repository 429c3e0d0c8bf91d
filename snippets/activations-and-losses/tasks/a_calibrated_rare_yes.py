"""The log of pos_weight, taken off the logit, gives probabilities again."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(4000, 4)
truth = inputs @ torch.randn(4, 1) - 4  # the logit of a yes
target = truth.sigmoid().bernoulli()
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)
yes = target.mean()
pos_weight = (1 - yes) / yes

model = nn.Linear(4, 1)
criterion = nn.BCEWithLogitsLoss(pos_weight=pos_weight)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    logits = model(inputs)
    loss = criterion(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    logits = model(unseen)
raw = logits.sigmoid()
prediction = (logits - pos_weight.log()).sigmoid()
chance = truth[2000:].sigmoid()
print(f"a yes in {answers.mean():.0%} of the unseen examples")
# > a yes in 12% of the unseen examples
print(f"as it comes: {raw.mean():.0%}, undone: {prediction.mean():.0%}")
# > as it comes: 30%, undone: 13%
score = (prediction - chance).abs().mean()
baseline = (yes - chance).abs().mean()
print(f"mean error {score:.3f}, without the inputs {baseline:.3f}")
# > mean error 0.009, without the inputs 0.139
