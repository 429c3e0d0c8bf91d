"""With label_smoothing, a logit masked by minus infinity costs infinity."""

import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, 0.0, -torch.inf]], requires_grad=True)
target = torch.tensor([0])  # the last class is not allowed here


def show(loss):
    (slopes,) = torch.autograd.grad(loss, logits)
    print(f"loss {loss:.4f}, gradient", slopes[0])
    # Notice it: the check is False for the wrong loss, then True.
    print(loss.isfinite().item())


# Wrong: a tenth is spread over all classes.
loss = F.cross_entropy(logits, target, label_smoothing=0.1)
show(loss)
# > loss inf, gradient tensor([-0.0525,  0.0859, -0.0333])
# > False

# Right: it is spread over the classes that are allowed.
allowed = logits > -torch.inf
logs = logits.log_softmax(dim=1).masked_fill(~allowed, 0)
spread = logs.sum(dim=1) / allowed.sum(dim=1)
own = F.cross_entropy(logits, target)
loss = 0.9 * own - 0.1 * spread.mean()
show(loss)
# > loss 0.2269, gradient tensor([-0.0692,  0.0692,  0.0000])
# > True

# A finite mask only makes the loss finite, not right.
finite = logits.clamp(min=-10000)
hidden = F.cross_entropy(finite, target, label_smoothing=0.1)
print(f"finite mask: loss {hidden:.1f}")
# > finite mask: loss 333.6
