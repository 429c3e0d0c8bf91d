"""SSIM is a similarity, so the loss is one minus SSIM."""

import torch

target = torch.tensor([[0.1, 0.1, 0.9, 0.9], [0.1, 0.1, 0.9, 0.9]])


def ssim(a, b):  # of whole pictures, for pixels from 0 to 1
    m, n = a.mean(), b.mean()
    means = (2 * m * n + 1e-4) / (m * m + n * n + 1e-4)
    var = a.var(correction=0) + b.var(correction=0)
    return means * (2 * ((a - m) * (b - n)).mean() + 9e-4) / (var + 9e-4)


def step(output, loss):
    (slope,) = torch.autograd.grad(loss, output)
    return (output - 0.5 * slope).detach().clamp(0, 1).requires_grad_()


# Wrong: the optimizer makes the similarity small.
output = torch.tensor([[0.4, 0.5, 0.6, 0.5]] * 2, requires_grad=True)
for _ in range(300):
    loss = ssim(output, target)
    output = step(output, loss)
print(f"SSIM {ssim(output, target):.2f}")
# > SSIM -0.99

# Right: it makes small what is missing to 1.
output = torch.tensor([[0.4, 0.5, 0.6, 0.5]] * 2, requires_grad=True)
for _ in range(300):
    loss = 1 - ssim(output, target)
    output = step(output, loss)
print(f"SSIM {ssim(output, target):.2f}")
# > SSIM 1.00

# Notice it: False for plain SSIM, True for the loss.
print(bool(ssim(target, target) < ssim(1 - target, target)))
# > False
print(bool(1 - ssim(target, target) < 1 - ssim(1 - target, target)))
# > True
