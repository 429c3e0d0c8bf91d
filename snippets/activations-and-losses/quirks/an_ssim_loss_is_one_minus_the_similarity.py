"""SSIM is a similarity, so the loss is one minus SSIM."""

import torch

target = torch.tensor([[0.1, 0.1, 0.9, 0.9], [0.1, 0.1, 0.9, 0.9]])


def ssim(a, b):  # of whole pictures, for pixels from 0 to 1
    m, n = a.mean(), b.mean()
    means = (2 * m * n + 1e-4) / (m * m + n * n + 1e-4)
    var = a.var(correction=0) + b.var(correction=0)
    return means * (2 * ((a - m) * (b - n)).mean() + 9e-4) / (var + 9e-4)


def train(criterion):
    output = torch.tensor([[0.4, 0.5, 0.6, 0.5]] * 2)
    for _ in range(300):
        output.requires_grad_()
        (slope,) = torch.autograd.grad(criterion(output), output)
        output = (output - 0.5 * slope).detach().clamp(0, 1)
    print(f"SSIM {ssim(output, target):.2f}")


# Wrong: the optimizer makes the similarity small.
train(lambda output: ssim(output, target))
# > SSIM -0.99

# Right: it makes small what is missing to 1; minus SSIM trains alike.
train(lambda output: 1 - ssim(output, target))
# > SSIM 1.00
train(lambda output: -ssim(output, target))
# > SSIM 1.00

# Notice it: False for plain SSIM, True for the loss.
for sign in 1, -1:
    costs = [sign * ssim(p, target) for p in (target, 1 - target)]
    print((costs[0] < costs[1]).item())
# > False
# > True
