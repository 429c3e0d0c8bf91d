"""A sigmoid loses the gradient by its slope more than by its range."""

import torch


def steep_sigmoid(inputs):
    return torch.sigmoid(4 * inputs)  # still between 0 and 1


torch.manual_seed(0)
for activation in (torch.sigmoid, steep_sigmoid, torch.tanh):
    origin = torch.zeros(1, requires_grad=True)
    activation(origin).backward()
    slope = origin.grad.item()

    inputs = torch.randn(16, 256, requires_grad=True)
    hidden = inputs
    for _ in range(14):
        weight = torch.randn(256, 256) / 256**0.5
        hidden = activation(hidden @ weight)
    hidden.backward(torch.randn_like(hidden))  # a gradient of size 1
    kept = inputs.grad.square().mean().sqrt().log10()
    print(f"{activation.__name__}: slope {slope:.2f}, kept 10^{kept:.1f}")
# > sigmoid: slope 0.25, kept 10^-8.9
# > steep_sigmoid: slope 1.00, kept 10^-2.8
# > tanh: slope 1.00, kept 10^-0.6
