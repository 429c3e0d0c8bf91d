"""Own backward() returns one gradient for each argument of forward()."""

import torch


def train(answer):
    class Step(torch.autograd.Function):  # its own gradient goes through
        @staticmethod
        def forward(ctx, x, threshold):
            return (x > threshold).float()

        @staticmethod
        def backward(ctx, gradient):
            return answer(gradient)

    x = torch.tensor([0.2, 0.9], requires_grad=True)
    try:
        Step.apply(x, 0.5).sum().backward()
        print("gradient", x.grad.tolist())
    except RuntimeError as error:
        print(error)


# Wrong: none for the threshold, a forgotten return, another shape.
train(lambda gradient: gradient)
# > function StepBackward returned an incorrect number of gradients (expected 2, got 1)
train(lambda gradient: None)
# > function StepBackward returned an incorrect number of gradients (expected 2, got 1)
train(lambda gradient: (torch.ones(3), None))
# > Function StepBackward returned an invalid gradient at index 0 - got [3] but expected shape compatible with [2]

# Right: one for x in the shape of x, and None for the threshold.
train(lambda gradient: (gradient, None))
# > gradient [1.0, 1.0]
