"""A view refuses detach_(), and detach() returns a new tensor."""

import torch
from torch import nn

rnn = nn.GRU(2, 3, num_layers=2)

# Wrong: in place.
hidden = rnn(torch.ones(4, 1, 2))[1].unbind()  # one view for each layer
try:
    hidden = [h.detach_() for h in hidden]
except RuntimeError as error:
    print(str(error).partition(" If")[0])
# > Can't detach views in-place. Use detach() instead.
# Notice it: False where a graph is kept, True where none is.
print(not any(h.requires_grad for h in hidden))
# > False

# Right: new tensors, which are kept.
hidden = rnn(torch.ones(4, 1, 2))[1].unbind()
hidden = [h.detach() for h in hidden]
print(not any(h.requires_grad for h in hidden))
# > True
