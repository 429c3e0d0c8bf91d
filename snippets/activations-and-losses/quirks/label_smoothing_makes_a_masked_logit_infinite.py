"""With label_smoothing, a logit masked by minus infinity costs infinity."""

import torch
from torch import nn

z = torch.tensor([[2.0, 0.0, -torch.inf]], requires_grad=True)
target = torch.tensor([0])  # the last class is not allowed here
over_all = nn.CrossEntropyLoss(label_smoothing=0.1)


def among_allowed(z, target):
    logs, allowed = z.log_softmax(dim=1), z > -torch.inf
    own = logs.gather(1, target[:, None]).squeeze(1)
    spread = logs.masked_fill(~allowed, 0).sum(dim=1) / allowed.sum(dim=1)
    return -(0.9 * own + 0.1 * spread).mean()


def show(loss):
    (slopes,) = torch.autograd.grad(loss, z)
    print(f"loss {loss:.4f}, gradient", slopes[0])


# Wrong: a tenth is spread over all classes.
show(over_all(z, target))
# > loss inf, gradient tensor([-0.0525,  0.0859, -0.0333])

# Right: it is spread over the classes that are allowed.
show(among_allowed(z, target))
# > loss 0.2269, gradient tensor([-0.0692,  0.0692,  0.0000])

# A finite mask only makes the loss finite, not right.
print(f"finite mask: loss {over_all(z.clamp(min=-10000), target):.1f}")
# > finite mask: loss 333.6

# Notice it: the check is False for the wrong loss, then True.
for criterion in over_all, among_allowed:
    loss = criterion(z, target)
    print(loss.isfinite().item())
# > False
# > True
