"""A distillation term fades with the classes and with the temperature."""

import warnings

import torch
from torch.nn.functional import cross_entropy, kl_div

warnings.simplefilter("ignore")  # about reduction="mean"
torch.manual_seed(0)
teacher = 3 * torch.randn(8, 100)
student = torch.randn(8, 100, requires_grad=True)
target = teacher.argmax(dim=1)


def size(loss):  # of the gradient
    return torch.autograd.grad(loss, student)[0].abs().sum().item()


print(f"cross-entropy {size(cross_entropy(student, target)):.1f}")
# > cross-entropy 2.0

# Wrong: the default reduction, no factor for the temperature.
for t in 1, 20:
    log_p = (student / t).log_softmax(dim=1)
    q = (teacher / t).softmax(dim=1)
    loss = kl_div(log_p, q)
    print(f"T = {t}: {size(loss):.5f}")
# > T = 1: 0.01725
# > T = 20: 0.00006

# Right: per sample, times the square of the temperature.
for t in 1, 20:
    log_p = (student / t).log_softmax(dim=1)
    q = (teacher / t).softmax(dim=1)
    loss = t**2 * kl_div(log_p, q, reduction="batchmean")
    print(f"T = {t}: {size(loss):.1f}")
# > T = 1: 1.7
# > T = 20: 2.5
