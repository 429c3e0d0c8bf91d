"""KLDivLoss takes the prediction first, and swapped it prefers another."""

import torch
from torch import nn
from torch.distributions import Categorical, kl_divergence

criterion = nn.KLDivLoss(reduction="batchmean")
target = torch.tensor([[0.49, 0.02, 0.49]])
students = {
    "both peaks": torch.tensor([[0.3, 0.4, 0.3]]),
    "one peak": torch.tensor([[0.9, 0.05, 0.05]]),
}

# Wrong: in the order in which KL(target || prediction) is written.
for name, probabilities in students.items():
    print(f"{name}: {criterion(target.log(), probabilities):.4f}")
# > both peaks: 0.9039
# > one peak: 0.4789

# Right: the prediction as logarithms first, the target second.
for name, probabilities in students.items():
    print(f"{name}: {criterion(probabilities.log(), target):.4f}")
# > both peaks: 0.4209
# > one peak: 0.8021

for name, probabilities in students.items():
    by_hand = kl_divergence(Categorical(target), Categorical(probabilities))
    print(f"KL(target || {name}) = {by_hand.item():.4f}")
# > KL(target || both peaks) = 0.4209
# > KL(target || one peak) = 0.8021

# Notice it: the check is False when swapped, True in the right order.
for first, second in (target, probabilities), (probabilities, target):
    loss = criterion(first.log(), second)
    print(torch.allclose(loss, by_hand.mean()))
# > False
# > True
