"""Two losses are added before one backward."""

import torch

shared = torch.tensor([2.0], requires_grad=True)


def losses():
    features = shared.exp()  # what both heads use
    return (features - 1) ** 2, 3 * features


# Wrong: the first call frees the shared part of the graph.
a, b = losses()
try:
    a.backward()
    b.backward()
except RuntimeError as error:
    print(str(error).split(" (")[0])
# > Trying to backward through the graph a second time
wrong, shared.grad = shared.grad, None

# Right: one call for the sum.
a, b = losses()
loss = a + b
loss.backward()
right = shared.grad
print(f"{right.item():.2f}")
# > 116.59

# The same, from each loss alone.
alone = [torch.autograd.grad(losses()[one], shared)[0] for one in (0, 1)]

# Notice it: False where the second loss is missing, True for the sum.
for both in wrong, right:
    print(torch.allclose(both, alone[0] + alone[1]))
# > False
# > True
