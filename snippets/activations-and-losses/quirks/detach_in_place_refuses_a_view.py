"""A view refuses detach_(), and detach() returns a new tensor."""

import torch
from torch import nn

rnn = nn.GRU(2, 3, num_layers=2)


def repackage(detach):
    hidden = rnn(torch.ones(4, 1, 2))[1]
    kept = states = hidden.unbind(0)  # one state of each layer: views
    try:
        kept = detach(states)
    except RuntimeError as error:
        print(str(error).partition(" If")[0])
    # Notice it: False where a graph is kept, True where none is.
    print(not any(state.requires_grad for state in kept))


# Wrong: in place.
repackage(lambda states: [state.detach_() for state in states])
# > Can't detach views in-place. Use detach() instead.
# > False

# Right: new tensors, which are kept.
repackage(lambda states: [state.detach() for state in states])
# > True
