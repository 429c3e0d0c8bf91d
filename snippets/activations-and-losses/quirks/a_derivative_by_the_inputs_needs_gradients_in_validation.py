"""A loss with a derivative by the inputs needs gradients in validation."""

from contextlib import nullcontext

import torch


def validate(trainer, own):
    with trainer:  # what a trainer does in validation and test
        inputs = torch.ones(3, 1)
        with own:
            x = inputs.clone().requires_grad_()
            u = x.pow(2)  # stands for a model
            try:
                print(torch.autograd.grad(u.sum(), x)[0].tolist())
            except RuntimeError as error:
                print(error)
            return u


# Wrong: validation without gradients, as for any other loss.
wrong = validate(torch.no_grad(), nullcontext())
# > element 0 of tensors does not require grad and does not have a grad_fn

# Right: gradients on, for this loss.
right = validate(torch.no_grad(), torch.enable_grad())
# > [[2.0], [2.0], [2.0]]

# inference_mode is stronger: enable_grad does not end it.
validate(torch.inference_mode(), torch.enable_grad())
# > element 0 of tensors does not require grad and does not have a grad_fn
validate(torch.inference_mode(), torch.inference_mode(False))
# > [[2.0], [2.0], [2.0]]

# Notice it: the check is False without a graph, True with one.
for u in wrong, right:
    print(u.requires_grad)
# > False
# > True
