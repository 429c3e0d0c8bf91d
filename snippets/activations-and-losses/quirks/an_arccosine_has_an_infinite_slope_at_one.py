"""The slope of acos is infinite at 1, so the gradient is nan there."""

import torch
from torch.nn.functional import cosine_similarity

target = torch.tensor([[1.0, 0.0], [0.6, 0.8]])  # the first fits exactly
outputs = torch.tensor([[2.0, 0.0], [0.0, 1.0]], requires_grad=True)


def show(loss):
    outputs.grad = None
    loss.backward()
    sizes = [f"{s:.2f}" for s in outputs.grad.flatten().abs()]
    print(f"loss {loss:.2f}, gradient {', '.join(sizes)}")
    print(outputs.grad.isfinite().all().item())  # Notice it


# Wrong: the arccosine of a cosine that reaches 1.
cosine = cosine_similarity(outputs, target)
angle = cosine.acos()
show(angle.mean())
# > loss 0.32, gradient nan, nan, 0.50, 0.00
# > False

# Right: a cosine that is kept a little below 1.
cosine = cosine_similarity(outputs, target)
angle = cosine.clamp(-1 + 1e-6, 1 - 1e-6).acos()
show(angle.mean())
# > loss 0.32, gradient 0.00, 0.00, 0.50, 0.00
# > True

# A limit of exactly 1 is no help, nor is one that rounds to 1.
for limit in (1.0, 1 - 1e-8, 1 - 1e-6):
    x = torch.tensor(1.0, requires_grad=True)
    (0 * x.clamp(-limit, limit).acos()).backward()
    print(f"{limit:.8f}: gradient {x.grad:.1f}")
# > 1.00000000: gradient nan
# > 0.99999999: gradient nan
# > 0.99999900: gradient 0.0
