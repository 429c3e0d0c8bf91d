"""A histogram counts, and a count has no gradient."""

import torch

torch.manual_seed(0)
wanted = torch.tensor([0.1, 0.1, 0.2, 0.4, 0.2])  # shares of five bins
centers = torch.arange(5) + 0.5
start = 5 * torch.rand(1000)


def show(x):
    print([round(n, 2) for n in (torch.histc(x, 5, 0, 5) / 1000).tolist()])


def train(shares):
    outputs = start.clone().requires_grad_()
    try:
        for _ in range(300):
            loss = (shares(outputs) - wanted).square().sum()
            (slope,) = torch.autograd.grad(loss, outputs)
            outputs.data -= 100 * slope
        show(outputs.detach())
    except RuntimeError as error:
        print(error)


show(start)
# > [0.2, 0.2, 0.19, 0.19, 0.21]

# Wrong: each output counts for one bin.
train(lambda x: torch.histc(x, 5, 0, 5) / len(x))
# > element 0 of tensors does not require grad and does not have a grad_fn
train(lambda x: torch.bincount(x.long(), minlength=5) / len(x))
# > element 0 of tensors does not require grad and does not have a grad_fn

# Right: each output counts for the bins near it.
train(
    lambda x: (-((x[:, None] - centers) ** 2) / 0.3).softmax(dim=1).mean(0)
)
# > [0.11, 0.11, 0.21, 0.41, 0.16]
