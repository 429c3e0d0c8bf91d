"""ReLU keeps its output for the backward pass, so += destroys it."""

import torch

inputs = torch.tensor([-1.0, 2.0], requires_grad=True)

hidden = torch.relu(inputs)
hidden += 1  # Wrong: written into the tensor that ReLU kept.
try:
    hidden.sum().backward()
except RuntimeError as error:
    for part in str(error).split(". ")[0].split(": "):
        print(part)
# > one of the variables needed for gradient computation has been modified by an inplace operation
# > [torch.FloatTensor [2]], which is output 0 of Relu, is at version 1; expected version 0 instead

hidden = torch.relu(inputs)
hidden = hidden + 1  # Right: a new tensor.
hidden.sum().backward()
print(f"values {hidden.tolist()}, gradient {inputs.grad.tolist()}")
# > values [1.0, 3.0], gradient [0.0, 1.0]
