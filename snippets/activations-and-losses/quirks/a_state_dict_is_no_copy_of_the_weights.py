"""`state_dict()` hands out the weights themselves; a copy is up to you."""

import copy

import torch
from torch import nn

model = nn.Linear(1, 1, bias=False)


def train():  # later epochs, which are worse
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(3):
        optimizer.zero_grad()
        model(torch.ones(1, 1)).sum().backward()
        optimizer.step()
    kept, last = best["weight"].item(), model.weight.item()
    print(f"kept {kept:.1f}, last {last:.1f}")
    # Notice it: False where both are the same memory, True for a copy.
    print(best["weight"].data_ptr() != model.weight.data_ptr())


# Wrong: the dictionary, or a copy of the dictionary alone.
nn.init.ones_(model.weight)  # the best epoch
best = model.state_dict()
train()
# > kept 0.7, last 0.7
# > False
nn.init.ones_(model.weight)
best = model.state_dict().copy()
train()
# > kept 0.7, last 0.7
# > False

# Right: a copy of its tensors, too.
nn.init.ones_(model.weight)
best = copy.deepcopy(model.state_dict())
train()
# > kept 1.0, last 0.7
# > True
