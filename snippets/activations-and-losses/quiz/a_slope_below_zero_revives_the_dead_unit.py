"""A slope below zero revives a dead unit; steps and Adam do not."""

import torch
from torch import nn

inputs = torch.tensor([1.0, 2.0])
target = torch.tensor([1.0, 2.0])
criterion = nn.MSELoss()

for activation in (nn.ReLU(), nn.LeakyReLU(0.1)):
    weight = torch.tensor(-3.0, requires_grad=True)
    criterion(activation(weight * inputs), target).backward()
    print(f"{type(activation).__name__}: gradient {weight.grad:.2f}")
# > ReLU: gradient 0.00
# > LeakyReLU: gradient -0.65


def weight_after(activation, optimizer_class, lr, steps):
    weight = torch.tensor(-3.0, requires_grad=True)
    optimizer = optimizer_class([weight], lr=lr)
    for _ in range(steps):
        loss = criterion(activation(weight * inputs), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return weight.item()


trials = {
    "larger steps": (torch.optim.SGD, 0.1, 60),
    "more steps": (torch.optim.SGD, 0.02, 300),
    "Adam": (torch.optim.Adam, 0.1, 60),
}
for name, trial in trials.items():
    relu = weight_after(nn.ReLU(), *trial)
    leaky = weight_after(nn.LeakyReLU(0.1), *trial)
    print(f"{name}: ReLU {relu:.2f}, LeakyReLU {leaky:.2f}")
# > larger steps: ReLU -3.00, LeakyReLU 0.99
# > more steps: ReLU -3.00, LeakyReLU 0.98
# > Adam: ReLU -3.00, LeakyReLU 0.90
