"""Most activations and losses refuse integers; ReLU takes them."""

import torch
from torch import nn

counts, target = torch.tensor([[1, -2, 3]]), torch.tensor([[1, 0, 3]])

# Wrong: whole numbers, so int64, for an activation and for a loss.
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

# Notice it: the check is False for integers, True for floats.
for inputs in counts, counts.float():
    print(inputs.is_floating_point())
# > False
# > True
