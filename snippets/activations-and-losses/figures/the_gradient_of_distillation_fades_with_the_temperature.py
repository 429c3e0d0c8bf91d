"""Without the factor T * T, distillation fades with the temperature."""

import warnings

import torch
from matplotlib import pyplot as plt
from torch.nn.functional import kl_div

warnings.simplefilter("ignore")  # about reduction="mean"
torch.manual_seed(0)
teacher = 3 * torch.randn(8, 100)
student = torch.randn(8, 100, requires_grad=True)
temperatures = range(1, 21)


def pull(t, reduction, factor):
    log_p = (student / t).log_softmax(dim=1)
    q = (teacher / t).softmax(dim=1)
    loss = factor * kl_div(log_p, q, reduction=reduction)
    return torch.autograd.grad(loss, student)[0].abs().sum().item()


right = [pull(t, "batchmean", t**2) for t in temperatures]
plain = [pull(t, "batchmean", 1) for t in temperatures]
wrong = [pull(t, "mean", 1) for t in temperatures]
print(f"at 4: {right[3]:.1f}, {plain[3]:.2f}, {wrong[3]:.4f}")
# > at 4: 2.5, 0.16, 0.0016

plt.plot(temperatures, right, color="tab:green")
plt.plot(temperatures, plain, color="tab:orange", linestyle="dotted")
plt.plot(temperatures, wrong, color="tab:red", linestyle="dashed")
plt.text(20, 5, '"batchmean", T * T', color="tab:green", ha="right")
plt.text(20, 3e-2, '"batchmean"', color="tab:orange", ha="right")
plt.text(20, 4e-4, '"mean"', color="tab:red", ha="right")
plt.yscale("log")
plt.ylim(1e-5, 20)
plt.xticks([1, 5, 10, 15, 20])
plt.xlabel("temperature T")
plt.ylabel("size of the gradient")
plt.show()
