"""Two losses are added before one backward."""

import torch

shared = torch.tensor([2.0], requires_grad=True)


def losses():
    features = shared.exp()  # what both heads use
    return (features - 1) ** 2, 3 * features


def gradient(way):
    shared.grad = None
    try:
        way(*losses())
        print(f"{shared.grad.item():.2f}")
    except RuntimeError as error:
        print(str(error).split(" (")[0])
    return shared.grad


# Wrong: the first call frees the shared part of the graph.
wrong = gradient(lambda a, b: (a.backward(), b.backward()))
# > Trying to backward through the graph a second time

# Right: one call for the sum.
right = gradient(lambda a, b: (a + b).backward())
# > 116.59

# The same, from each loss alone.
alone = [torch.autograd.grad(losses()[one], shared)[0] for one in (0, 1)]

# Notice it: False where the second loss is missing, True for the sum.
for both in wrong, right:
    print(torch.allclose(both, alone[0] + alone[1]))
# > False
# > True
