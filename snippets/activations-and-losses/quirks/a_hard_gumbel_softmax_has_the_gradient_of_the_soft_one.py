"""A hard `gumbel_softmax` has the gradient of the soft one."""

import torch
import torch.nn.functional as F

values = torch.tensor([1.0, 2.0, 4.0])


def sample(hard):
    torch.manual_seed(0)
    logits = torch.tensor([0.5, 1.0, 1.5], requires_grad=True)
    drawn = F.gumbel_softmax(logits, tau=1.0, hard=hard)
    print(*(f"{part:.2f}" for part in drawn))
    (gradient,) = torch.autograd.grad((drawn * values).sum(), logits)
    print("gradient", *(f"{part:.2f}" for part in gradient))
    return drawn


soft = sample(hard=False)
# > 0.05 0.22 0.73
# > gradient -0.11 -0.31 0.43
hard = sample(hard=True)
# > 0.00 0.00 1.00
# > gradient -0.11 -0.31 0.43

# An argmax by hand has none.
one_hot = F.one_hot(soft.argmax(), 3).float()

# The same by hand: the value of one_hot, the gradient of soft.
straight = one_hot - soft.detach() + soft
print(torch.allclose(straight, hard))
# > True

# Notice it: False for the argmax, True for the others.
for drawn in one_hot, straight, hard:
    print(drawn.requires_grad)
# > False
# > True
# > True
