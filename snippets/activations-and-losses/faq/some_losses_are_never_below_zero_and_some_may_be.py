"""Some losses are never below 0, and some may be."""

import torch
from torch import nn
from torch.distributions import Categorical

torch.manual_seed(0)
outputs, numbers = 5 * torch.randn(2, 1000, 3)
index = torch.randint(3, (1000,))
label = torch.randint(2, (1000, 3)).float()

# Never: valid targets, and whatever outputs.
for loss, target in {
    nn.CrossEntropyLoss: index,
    nn.BCEWithLogitsLoss: label,
    nn.MSELoss: numbers,
}.items():
    each = loss(reduction="none")(outputs, target)
    print(f"{loss.__name__}: {(each < 0).sum()} of {each.numel()} below 0")
# > CrossEntropyLoss: 0 of 1000 below 0
# > BCEWithLogitsLoss: 0 of 3000 below 0
# > MSELoss: 0 of 3000 below 0

# May be: a good answer to a valid target.
count, narrow = torch.tensor([5.0]), torch.tensor([0.01])
print(f"Gaussian: {nn.GaussianNLLLoss()(count, count, narrow):.2f}")
# > Gaussian: -2.30
print(f"Poisson: {nn.PoissonNLLLoss()(count.log(), count):.2f}")
# > Poisson: -3.05
full = nn.PoissonNLLLoss(full=True)(count.log(), count)
print(f"Poisson, full: {full:.2f}")
# > Poisson, full: 1.72
cosine = nn.CosineSimilarity()(outputs, outputs).mean()
print(f"minus a cosine: {-cosine:.2f}")
# > minus a cosine: -1.00
policy = Categorical(logits=torch.tensor([4.0, 0.0]))
own = -policy.log_prob(torch.tensor(0))
print(f"entropy bonus: {own:.2f}, then {own - 0.5 * policy.entropy():.2f}")
# > entropy bonus: 0.02, then -0.03
