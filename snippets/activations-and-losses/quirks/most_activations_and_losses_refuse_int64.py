"""Most activations and losses refuse integers; ReLU takes them."""

import torch
from torch import nn

counts = torch.tensor([[1, -2, 3]])  # whole numbers become int64
target = torch.tensor([[1, 0, 3]])

# Wrong: integers for an activation, and for both sides of a loss.
for layer, tensors in (
    (nn.GELU(), [counts]),
    (nn.LeakyReLU(), [counts]),
    (nn.Softmax(dim=1), [counts]),
    (nn.MSELoss(), [counts, target]),
    (nn.CrossEntropyLoss(), [counts, torch.tensor([2])]),
):
    try:
        print(layer(*tensors))
    except NotImplementedError as error:
        print(error)
# > "GeluKernelImpl" not implemented for 'Long'
# > "leaky_relu_cpu" not implemented for 'Long'
# > "softmax_lastdim_kernel_impl" not implemented for 'Long'
# > "mse_cpu" not implemented for 'Long'
# > "log_softmax_lastdim_kernel_impl" not implemented for 'Long'

# Right: floats; a target of integers beside them is converted.
print(f"GELU {nn.GELU()(counts.float())[0, 2]:.3f}")
# > GELU 2.996
print(f"MSELoss {nn.MSELoss()(counts.float(), target):.4f}")
# > MSELoss 1.3333

# ReLU stays with integers, and Sigmoid makes floats of them.
print(nn.ReLU()(counts).dtype, nn.Sigmoid()(counts).dtype)
# > torch.int64 torch.float32
