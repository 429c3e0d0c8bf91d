"""`+=` after ReLU breaks the backward pass, and after GELU it does not."""

import torch
from torch import nn

inputs = torch.tensor([-1.0, 2.0], requires_grad=True)
activations = (nn.ReLU(), nn.Sigmoid(), nn.GELU())

# Wrong: += writes into the output of the activation.
for activation in activations:
    outputs = activation(inputs)
    outputs += inputs
    try:
        gradient = torch.autograd.grad(outputs.sum(), inputs)[0]
        print(activation, *(f"{g:.4f}" for g in gradient))
    except RuntimeError as error:
        print(activation, str(error).split(": ")[1].split(". ")[0])
# > ReLU() [torch.FloatTensor [2]], which is output 0 of Relu, is at version 1; expected version 0 instead
# > Sigmoid() [torch.FloatTensor [2]], which is output 0 of Sigmoid, is at version 1; expected version 0 instead
# > GELU(approximate='none') 0.9167 2.0852

# Right: + makes a new tensor.
for activation in activations:
    outputs = activation(inputs)
    outputs = outputs + inputs
    gradient = torch.autograd.grad(outputs.sum(), inputs)[0]
    print(activation, *(f"{g:.4f}" for g in gradient))
# > ReLU() 1.0000 2.0000
# > Sigmoid() 1.1966 1.1050
# > GELU(approximate='none') 0.9167 2.0852

# A root saves its output, too; + 0 makes a tensor of its own.
for loss in inputs.norm().sqrt(), inputs.norm().sqrt() + 0:
    loss -= 0.1
    try:
        print(*(f"{g:.4f}" for g in torch.autograd.grad(loss, inputs)[0]))
    except RuntimeError as error:
        print(str(error).split(": ")[1].split(". ")[0])
# > [torch.FloatTensor []], which is output 0 of Sqrt, is at version 1; expected version 0 instead
# > -0.1495 0.2991
