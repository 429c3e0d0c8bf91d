"""A rare yes counts more: pos_weight is the ratio of no to yes."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(4000, 4)
chance = inputs @ torch.randn(4, 1) - 4  # the logit of a yes
target = chance.sigmoid().bernoulli()
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)
yes = target.mean()
ratio = (1 - yes) / yes  # how often a no comes for each yes
print(f"a yes in {yes:.0%} of the examples, pos_weight {ratio:.0f}")
# > a yes in 11% of the examples, pos_weight 8

model = nn.Linear(4, 1)
criterion = nn.BCEWithLogitsLoss(pos_weight=ratio)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    logits = model(inputs)
    loss = criterion(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

logits = model(unseen).detach()
prediction = (logits > 0).float()
right = (prediction == answers).float()
score = (right[answers == 1].mean() + right[answers == 0].mean()) / 2
baseline = 0.5  # always yes, or always no
print(f"balanced accuracy {score:.2f}, without the inputs {baseline:.2f}")
# > balanced accuracy 0.84, without the inputs 0.50

truth = chance[2000:] + ratio.log()  # the weight moves a logit by its log
first, trained, floor = (
    criterion(given, answers) for given in (0 * logits, logits, truth)
)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 1.30, trained 0.66, floor 0.66
