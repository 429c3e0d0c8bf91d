"""The last micro-batches of an epoch need a step of their own."""

import torch
from torch import nn

EPOCHS, BATCHES = 2, 7


def train(is_time):
    model = nn.Linear(1, 1, bias=False)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    taken, sizes = 0, []
    for _ in range(EPOCHS):
        for i in range(BATCHES):
            model(torch.ones(1, 1)).sum().backward()
            taken += 1
            if is_time(i):
                optimizer.step()
                optimizer.zero_grad()
                sizes.append(taken)
                taken = 0
        # Notice it: False where gradients are left over, True if none.
        print(model.weight.grad is None)
    print("batches in each step:", *sizes)


# Wrong: after every fourth batch only.
train(lambda i: (i + 1) % 4 == 0)
# > False
# > False
# > batches in each step: 4 7

# Right: after the last batch of an epoch as well.
train(lambda i: (i + 1) % 4 == 0 or i + 1 == BATCHES)
# > True
# > True
# > batches in each step: 4 3 4 3
