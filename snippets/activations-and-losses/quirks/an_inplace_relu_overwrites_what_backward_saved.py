"""An in-place ReLU overwrites a tensor that another layer has saved."""

import torch
from torch import nn

inputs = torch.tensor([-1.0, 2.0], requires_grad=True)
weights = torch.tensor([3.0, 4.0], requires_grad=True)


def after_tanh(relu):  # tanh has saved its output
    return relu(torch.tanh(inputs))


def beside_a_branch(relu):  # the product has saved hidden
    hidden = inputs - 1
    return hidden * weights + relu(hidden)


# Wrong: ReLU writes into the tensor that it is given.
for network in (after_tanh, beside_a_branch):
    try:
        network(nn.ReLU(inplace=True)).sum().backward()
    except RuntimeError as error:
        print(str(error).split(". ")[0])
# > one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]], which is output 0 of Tanh, is at version 1; expected version 0 instead
# > one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]], which is output 0 of Relu, is at version 1; expected version 0 instead

# Right: ReLU writes into a new tensor.
for network in (after_tanh, beside_a_branch):
    loss = network(nn.ReLU()).sum()
    gradient = torch.autograd.grad(loss, inputs)[0]
    print(f"loss {loss:.4f}, gradient", *(f"{g:.4f}" for g in gradient))
# > loss 0.9640, gradient 0.0000 0.0707
# > loss -1.0000, gradient 3.0000 5.0000

# Notice it: the check is False in place, True otherwise.
for model in nn.ReLU(inplace=True), nn.ReLU():
    print(not any(getattr(m, "inplace", False) for m in model.modules()))
# > False
# > True
