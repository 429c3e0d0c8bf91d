"""A scalar alpha weighs all classes alike."""

import torch
import torch.nn.functional as F

target = torch.tensor([0] * 9 + [1])  # the second class is rare
logits = torch.zeros(10, 2, requires_grad=True)
alpha = torch.tensor([0.1, 0.9])


def share_of_the_rare_class(weighted):
    ce = F.cross_entropy(logits, target, reduction="none")
    factor = (1 - torch.exp(-ce)) ** 2
    (slope,) = torch.autograd.grad(weighted(factor, ce).mean(), logits)
    pull = slope.abs().sum(dim=1)
    print(f"{pull[9] / pull.sum():.2f} of the gradient")


# Wrong: one number. The rare class pulls as it does without it.
share_of_the_rare_class(lambda factor, ce: factor * ce)
# > 0.10 of the gradient
share_of_the_rare_class(lambda factor, ce: 0.25 * factor * ce)
# > 0.10 of the gradient

# Right: a number for the class of each sample.
share_of_the_rare_class(lambda factor, ce: alpha[target] * factor * ce)
# > 0.50 of the gradient

# Notice it: False for one number, True for a number per class.
for alpha in 0.25, torch.tensor([0.1, 0.9]):
    print(torch.is_tensor(alpha) and len(alpha) == logits.shape[1])
# > False
# > True
