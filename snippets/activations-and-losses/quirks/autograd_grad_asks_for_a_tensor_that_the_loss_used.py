"""`autograd.grad` wants a tensor from which the loss was computed."""

import torch

image = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
noise = torch.tensor([0.5, 0.5], requires_grad=True)


def ask(loss, tensor, **options):
    try:
        print(torch.autograd.grad(loss, tensor, **options)[0])
    except RuntimeError as error:
        print(error)


# Wrong: the loss has not used the noise, nor this new view of the image.
inputs = image
loss = inputs.square().sum()
ask(loss, noise)
# > The differentiated Tensor at index 0 appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.
ask(loss, image[0])
# > The differentiated Tensor at index 0 appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.

# Right: the noise goes into the loss, and the question is for the image.
inputs = image + noise
loss = inputs.square().sum()
ask(loss, image)
# > tensor([[3., 5.],
# >         [7., 9.]])
ask(inputs.square().sum(), noise)
# > tensor([10., 14.])

# allow_unused=True only puts None in the place of the message.
ask(image.sum(), noise, allow_unused=True)
# > None
