"""Most activations and losses refuse integers; ReLU and sigmoid do not."""

import torch
from torch import nn

scores = torch.tensor([[1, -2, 3]])
labels = torch.tensor([[1, 0, 3]])
calls = {
    "relu": lambda x: nn.ReLU()(x),
    "sigmoid": lambda x: nn.Sigmoid()(x),
    "gelu": lambda x: nn.GELU()(x),
    "softplus": lambda x: nn.Softplus()(x),
    "softmax": lambda x: nn.Softmax(dim=1)(x),
    "cross-entropy": lambda x: nn.CrossEntropyLoss()(x, labels[:, 0]),
    "mse": lambda x: nn.MSELoss()(x, labels),
}
for name, call in calls.items():
    try:
        print(f"{name}: {call(scores).dtype}")
    except NotImplementedError as error:
        print(f"{name}: {error}")
# > relu: torch.int64
# > sigmoid: torch.float32
# > gelu: "GeluKernelImpl" not implemented for 'Long'
# > softplus: "softplus_cpu" not implemented for 'Long'
# > softmax: "softmax_lastdim_kernel_impl" not implemented for 'Long'
# > cross-entropy: "log_softmax_lastdim_kernel_impl" not implemented for 'Long'
# > mse: "mse_cpu" not implemented for 'Long'

# Right: floats in; the target of MSELoss may stay an integer.
for name, call in calls.items():
    print(f"{name}: {call(scores.float()).max():.3f}")
# > relu: 3.000
# > sigmoid: 0.953
# > gelu: 2.996
# > softplus: 3.049
# > softmax: 0.876
# > cross-entropy: 5.133
# > mse: 1.333
