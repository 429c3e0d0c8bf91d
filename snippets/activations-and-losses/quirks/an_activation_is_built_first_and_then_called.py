"""`nn.ReLU` is a class: build it by `nn.ReLU()`, then call it with `x`."""

import torch
import torch.nn.functional as F
from torch import nn

x, layer = torch.tensor([[-1.0, 2.0]]), nn.Linear(2, 2, bias=False)
nn.init.eye_(layer.weight)  # the layer returns what it gets


def show(forward):
    try:
        print("a tensor:", forward().tolist())
    except (AttributeError, TypeError) as error:
        print(error)


# Wrong: x goes where the options go, or nobody calls the object.
show(lambda: layer(nn.ReLU(x)))
# > linear(): argument 'input' (position 1) must be Tensor, not ReLU
show(lambda: nn.Sigmoid(x))
# > Sigmoid.__init__() takes 1 positional argument but 2 were given
show(lambda: F.mse_loss(nn.ReLU(x), x))
# > 'ReLU' object has no attribute 'size'
show(lambda: F.log_softmax(layer, dim=1))
# > 'Linear' object has no attribute 'log_softmax'
show(lambda: nn.ReLU()())
# > ReLU.forward() missing 1 required positional argument: 'input'
show(lambda: nn.Sequential(layer, nn.ReLU))
# > torch.nn.modules.activation.ReLU is not a Module subclass
show(lambda: nn.Sequential(layer, F.relu))
# > torch.nn.functional.relu is not a Module subclass

# Right: two pairs of parentheses, or the function.
show(lambda: layer(nn.ReLU()(x)))
# > a tensor: [[0.0, 2.0]]
show(lambda: layer(F.relu(x)))
# > a tensor: [[0.0, 2.0]]
show(lambda: nn.Sequential(layer, nn.ReLU())(x))
# > a tensor: [[0.0, 2.0]]
