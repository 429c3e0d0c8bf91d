"""A scalar alpha weighs all classes alike."""

import torch
import torch.nn.functional as F

target = torch.tensor([0] * 9 + [1])  # the second class is rare
logits = torch.zeros(10, 2, requires_grad=True)
alpha = torch.tensor([0.1, 0.9])


def share_of_the_rare_class(weighted):
    ce = F.cross_entropy(logits, target, reduction="none")
    factor = (1 - torch.exp(-ce)) ** 2
    loss = weighted(factor, ce).mean()
    pull = torch.autograd.grad(loss, logits)[0].norm(dim=1)
    share = pull[9] / pull.sum()
    print(f"loss {loss:.4f}, {share:.2f} of the gradient")


# Wrong: one number. The rare class pulls as it does without it.
share_of_the_rare_class(lambda factor, ce: 0.25 * factor * ce)
# > loss 0.0433, 0.10 of the gradient
share_of_the_rare_class(lambda factor, ce: factor * ce)
# > loss 0.1733, 0.10 of the gradient

# Right: a number for the class of each sample.
share_of_the_rare_class(lambda factor, ce: alpha[target] * factor * ce)
# > loss 0.0312, 0.50 of the gradient


# Notice it: False for one number, True for a number per class.
def check(alpha):
    print(torch.is_tensor(alpha) and len(alpha) == logits.shape[1])


check(0.25)
# > False
check(alpha)
# > True
