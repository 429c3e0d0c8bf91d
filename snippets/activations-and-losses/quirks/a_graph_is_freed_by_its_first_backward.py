"""`backward()` frees its graph, and a kept state leads back into it."""

import torch
from torch import nn

torch.manual_seed(0)


def train(cut, retain=False):  # each batch starts from the state before
    rnn, state = nn.RNN(1, 1), torch.zeros(1, 1)
    optimizer = torch.optim.SGD(rnn.parameters(), lr=0.1)
    try:
        for batch in torch.randn(3, 4, 1):
            outputs, state = rnn(batch, cut(state))
            optimizer.zero_grad()
            nn.MSELoss()(outputs, batch).backward(retain_graph=retain)
            optimizer.step()
        print("three batches ran")
    except RuntimeError as error:
        print(str(error).split(". ")[0].split(": ")[0])


# Wrong: the state still has the graph of the batch before.
train(lambda state: state)
# > Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed)

# Right: only its numbers go into the next batch.
train(lambda state: state.detach())
# > three batches ran

# retain_graph=True leads from this error to the next.
train(lambda state: state, retain=True)
# > one of the variables needed for gradient computation has been modified by an inplace operation

# Notice it: the check is False for the state, True for its numbers.
_, kept = nn.RNN(1, 1)(torch.randn(4, 1))
for state in kept, kept.detach():
    print(not state.requires_grad)
# > False
# > True
