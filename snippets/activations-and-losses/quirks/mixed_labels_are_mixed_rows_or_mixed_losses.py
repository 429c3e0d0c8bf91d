"""Mixed labels are mixed one-hot rows, or mixed losses."""

import torch
import torch.nn.functional as F

ce = F.cross_entropy
logits = torch.tensor([[2.0, 0.0, 1.0]])
a, b, lam = torch.tensor([0]), torch.tensor([2]), 0.5
halfway = (lam * a + (1 - lam) * b).long()


def attempt(step):
    print(f"{step():.4f}")


# Wrong: halfway between class 0 and class 2 lies class 1.
attempt(lambda: ce(logits, halfway))
# > 2.4076

# Right: the losses are mixed.
attempt(lambda: lam * ce(logits, a) + (1 - lam) * ce(logits, b))
# > 0.9076

# The same: the rows are mixed.
rows = F.one_hot(torch.cat([a, b]), 3).float()
mixed = lam * rows[:1] + (1 - lam) * rows[1:]
attempt(lambda: ce(logits, mixed))
# > 0.9076

# Notice it: False for class numbers, True for mixed rows.
for target in halfway, mixed:
    print(target.is_floating_point())
# > False
# > True
