"""An in-place ReLU changes what a forward hook has stored."""

import torch
from torch import nn

inputs = torch.ones(1, 1, requires_grad=True)
linear = nn.Linear(1, 3, bias=False)
linear.weight.data = torch.tensor([[-2.0], [-1.0], [3.0]])


def show(relu):
    stored, model = [], nn.Sequential(linear, relu)
    with linear.register_forward_hook(
        lambda module, args, output: stored.append(output.detach())
    ):
        model(inputs)
    # Notice it: False for the in-place ReLU, True for the other.
    print(torch.equal(stored[0], linear(inputs)), stored[0].tolist())
    with linear.register_full_backward_hook(
        lambda module, before, after: print("gradient", after[0].tolist())
    ):
        try:
            model(inputs).sum().backward()
        except RuntimeError as error:
            print(str(error).split(". ")[0])


# Wrong: the ReLU after the hooked layer works in place.
show(nn.ReLU(inplace=True))
# > False [[0.0, 0.0, 3.0]]
# > Output 0 of BackwardHookFunction is a view and is being modified inplace

# Right: it makes a new tensor.
show(nn.ReLU())
# > True [[-2.0, -1.0, 3.0]]
# > gradient [[0.0, 0.0, 1.0]]
