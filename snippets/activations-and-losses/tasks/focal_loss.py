"""A focal loss spends the training on the examples that are still hard."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(4000, 4)
target = (
    (inputs @ torch.randn(4, 1) - 4).sigmoid().bernoulli()
)  # a rare yes
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)
plain = nn.BCEWithLogitsLoss(reduction="none")


def focal(logits, target):
    costs = plain(logits, target)  # -log p, of the right answer
    return (1 - (-costs).exp()) ** 2 * costs  # (1 - p) squared, gamma is 2


model = nn.Linear(4, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    logits = model(inputs)
    loss = focal(logits, target).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

logits = model(unseen).detach()
prediction = logits[answers == 1] > logits[answers == 0][:, None]
score, baseline = prediction.float().mean(), 0.5  # each yes against each no
print(f"pairs in order {score:.2f}, without the inputs {baseline:.2f}")
# > pairs in order 0.92, without the inputs 0.50

easy = plain(logits, answers) < 0.1  # p is above 0.9
for costs in plain(logits, answers), focal(logits, answers):
    print(f"{costs[easy].sum() / costs.sum():.1%} of the loss is easy")
# > 4.6% of the loss is easy
# > 0.1% of the loss is easy
