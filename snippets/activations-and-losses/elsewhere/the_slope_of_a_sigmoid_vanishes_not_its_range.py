"""A sigmoid loses the gradient by its slope more than by its range."""

import torch


def steep_sigmoid(inputs):
    return torch.sigmoid(4 * inputs)  # still between 0 and 1


def centred_sigmoid(inputs):
    return steep_sigmoid(inputs) - 0.5


def slope_at(activation, inputs):
    points = inputs.detach().requires_grad_()
    activation(points).sum().backward()
    return points.grad.mean().item()


torch.manual_seed(0)
for activation in (torch.sigmoid, steep_sigmoid, centred_sigmoid):
    inputs = torch.randn(16, 256, requires_grad=True)
    hidden, met = inputs, 0.0
    for _ in range(14):
        weight = torch.randn(256, 256) / 256**0.5
        met += slope_at(activation, hidden @ weight) / 14
        hidden = activation(hidden @ weight)
    hidden.backward(torch.randn_like(hidden))  # a gradient of size 1
    kept = inputs.grad.square().mean().sqrt().log10()
    print(f"{activation.__name__}: kept 10^{kept:.1f}")
    steepest = slope_at(activation, torch.zeros(1))
    print(f"  slope at 0: {steepest:.2f}, in these layers: {met:.1f}")
# > sigmoid: kept 10^-8.9
# >   slope at 0: 0.25, in these layers: 0.2
# > steep_sigmoid: kept 10^-2.8
# >   slope at 0: 1.00, in these layers: 0.5
# > centred_sigmoid: kept 10^-0.8
# >   slope at 0: 1.00, in these layers: 0.9
