"""An optimizer takes leaves, and refuses what an operation has made."""

import torch


def descend(tensor):
    try:
        optimizer = torch.optim.SGD([tensor], lr=0.25)
        tensor.square().sum().backward()
        optimizer.step()
        print(tensor.tolist())
    except ValueError as error:
        print(error)


# Wrong: scaled, converted, and cut out, each after requires_grad=True.
start = torch.ones(2, 2, requires_grad=True)
for tensor in start * 0.5, start.double(), start[0]:
    descend(tensor)
# > can't optimize a non-leaf Tensor
# > can't optimize a non-leaf Tensor
# > can't optimize a non-leaf Tensor

# Right: compute first, and ask for gradients last.
start = torch.ones(2, 2)
for tensor in start * 0.5, start.double(), start[0]:
    descend(tensor.requires_grad_())
# > [[0.25, 0.25], [0.25, 0.25]]
# > [[0.5, 0.5], [0.5, 0.5]]
# > [0.5, 0.5]

# Notice it: False for a result, True for a leaf.
for tensor in torch.ones(2, requires_grad=True) * 0.5, start:
    print(tensor.is_leaf)
# > False
# > True
