"""A kept state leads back to weights that `step()` has changed."""

import torch
from torch import nn

torch.manual_seed(0)
batches = torch.randn(2, 4, 1, 2)  # two batches of four time steps
lstm = nn.LSTM(2, 3)
optimizer = torch.optim.SGD(lstm.parameters(), lr=1.0)

# Wrong: h and c still have the graph of the batch before.
h = c = torch.zeros(1, 1, 3)
try:
    for batch in batches:
        outputs, (h, c) = lstm(batch, (h, c))
        loss = outputs.square().mean()
        optimizer.zero_grad()
        loss.backward(retain_graph=True)
        optimizer.step()
    print(f"loss {loss:.3f}")
except RuntimeError as error:
    print(str(error).split(": ")[0])
# > one of the variables needed for gradient computation has been modified by an inplace operation

# Right: only their numbers go into the next batch.
h = c = torch.zeros(1, 1, 3)
for batch in batches:
    outputs, (h, c) = lstm(batch, (h.detach(), c.detach()))
    loss = outputs.square().mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"loss {loss:.3f}")
# > loss 0.013

# Notice it: False for the state, True for its numbers.
print(not h.requires_grad, not h.detach().requires_grad)
# > False True
