"""`backward()` frees its graph, and a kept state leads back into it."""

import torch

torch.manual_seed(0)
rnn, state = torch.nn.RNN(1, 1), torch.zeros(1, 1)
batches = torch.randn(3, 4, 1)


def learn(outputs, batch):
    loss = torch.nn.MSELoss()(outputs, batch)
    loss.backward()
    print(f"loss {loss:.2f}")


# Wrong: the state still has the graph of the batch before.
try:
    for batch in batches:
        outputs, state = rnn(batch, state)
        learn(outputs, batch)
except RuntimeError as error:
    print(str(error).split(". ")[0])
# > loss 1.04
# > Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed)

# Right: only its numbers go into the next batch.
state = torch.zeros(1, 1)
for batch in batches:
    outputs, state = rnn(batch, state.detach())
    learn(outputs, batch)
# > loss 1.04
# > loss 1.38
# > loss 1.44

# Notice it: the check is False for the state, True for its numbers.
print(not state.requires_grad)
# > False
state = state.detach()
print(not state.requires_grad)
# > True
