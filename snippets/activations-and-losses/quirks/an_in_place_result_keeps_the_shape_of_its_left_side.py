"""A result in place keeps the shape of its left side."""

import torch

grey = torch.full((1, 28, 28), 0.7)
three = torch.tensor([0.5, 0.5, 0.5]).view(3, 1, 1)  # a mean per channel
one = torch.tensor([0.5]).view(1, 1, 1)
total, losses = torch.tensor(1.0), torch.tensor([0.25, 0.75])


def attempt(step):
    try:
        print(tuple(step().shape))
    except RuntimeError as error:
        print(error)


# Wrong: the result would be larger than its left side.
attempt(lambda: grey.clone().sub_(three))
# > output with shape [1, 28, 28] doesn't match the broadcast shape [3, 28, 28]
attempt(lambda: total.clone().add_(losses))
# > output with shape [] doesn't match the broadcast shape [2]

# Right: one mean for one channel, one number for one total.
attempt(lambda: grey.clone().sub_(one))
# > (1, 28, 28)
attempt(lambda: total.clone().add_(losses.sum()))
# > ()

# Notice it: False for three means, True for one.
for a, b in (grey, three), (grey, one):
    print(torch.broadcast_shapes(a.shape, b.shape) == a.shape)
# > False
# > True
