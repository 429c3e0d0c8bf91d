"""A gradient is multiplied at every step of a sequence, and so it grows."""

import torch
from torch import nn

series = torch.ones(60, 1)


def start():
    rnn = nn.RNN(1, 1, nonlinearity="relu", bias=False)
    nn.init.constant_(rnn.weight_ih_l0, 0.1)
    nn.init.constant_(rnn.weight_hh_l0, 1.1)
    return rnn, torch.optim.SGD(rnn.parameters(), lr=0.01)


# Wrong: the step is as long as the gradient.
rnn, optimizer = start()
for _ in range(2):
    loss = (rnn(series)[1] - 1000).square().mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(f"loss {loss:.3g}")
# > loss 4.85e+05
# > loss inf

# Right: the gradient is shortened to a norm of 1.
rnn, optimizer = start()
for _ in range(2):
    loss = (rnn(series)[1] - 1000).square().mean()
    optimizer.zero_grad()
    loss.backward()
    norm = nn.utils.clip_grad_norm_(rnn.parameters(), max_norm=1.0)
    optimizer.step()
    print(f"loss {loss:.3g}")
# > loss 4.85e+05
# > loss 2.7e+05
print(f"norm of the gradient {norm:.2g}")
# > norm of the gradient 2.3e+07
