"""An autograd Function is called by apply, and never made as an object."""

import warnings

import torch

warnings.simplefilter("ignore")


class Dice(torch.autograd.Function):  # as written before PyTorch 1.3
    def forward(self, p, y):
        self.save_for_backward(p, y)
        return 1 - 2 * (p * y).sum() / (p + y).sum()

    def backward(self, gradient):
        p, y = self.saved_tensors
        both, total = (p * y).sum(), (p + y).sum()
        return gradient * (2 * both / total**2 - 2 * y / total), None


def train(criterion):
    p = torch.tensor([0.5, 0.5], requires_grad=True)
    try:
        criterion(p, torch.tensor([1.0, 0.0])).backward()
        print(*(f"{g:.2f}" for g in p.grad))
    except RuntimeError as error:
        print(str(error).split(". ")[0])


# Wrong: an object of the class, which is called like a loss.
train(Dice())
# > Legacy autograd function with non-static forward method is deprecated

# Right: apply of the class itself.
train(Dice.apply)
# > -0.75 0.25

# A plain function does the same, without its own backward.
train(lambda p, y: 1 - 2 * (p * y).sum() / (p + y).sum())
# > -0.75 0.25
