"""`backward()` frees its graph, and a kept state leads back into it."""

import torch
from torch import nn

rnn, state = nn.RNN(1, 1), torch.zeros(1, 1)
optimizer = torch.optim.SGD(rnn.parameters(), lr=0.1)


def learn(outputs, batch):
    optimizer.zero_grad()
    nn.MSELoss()(outputs, batch).backward()
    optimizer.step()


# Wrong: the state still has the graph of the batch before.
try:
    for batch in torch.randn(3, 4, 1):
        outputs, state = rnn(batch, state)
        learn(outputs, batch)
    print("three batches ran")
except RuntimeError as error:
    print(str(error).split(". ")[0])
# > Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed)

# Right: only its numbers go into the next batch.
for batch in torch.randn(3, 4, 1):
    outputs, state = rnn(batch, state.detach())
    learn(outputs, batch)
print("three batches ran")
# > three batches ran

# Notice it: the check is False for the state, True for its numbers.
print(not state.requires_grad)
# > False
state = state.detach()
print(not state.requires_grad)
# > True
