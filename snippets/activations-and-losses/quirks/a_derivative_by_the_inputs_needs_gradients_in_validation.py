"""A loss with a derivative by the inputs needs gradients in validation."""

import torch


def slope():
    x = torch.ones(3, 1).requires_grad_()
    u = x.pow(2)  # stands for a model
    try:
        print(torch.autograd.grad(u.sum(), x)[0].tolist())
    except RuntimeError as error:
        print(error)
    return u


# Wrong: validation without gradients, as for any other loss.
with torch.no_grad():
    wrong = slope()
# > element 0 of tensors does not require grad and does not have a grad_fn

# Right: gradients on, for this loss.
with torch.enable_grad():
    right = slope()
# > [[2.0], [2.0], [2.0]]

# Inside the no_grad of a trainer it works, inside inference_mode not.
with torch.no_grad(), torch.enable_grad():
    slope()
# > [[2.0], [2.0], [2.0]]
for mode in torch.enable_grad(), torch.inference_mode(False):
    with torch.inference_mode(), mode:
        slope()
# > element 0 of tensors does not require grad and does not have a grad_fn
# > [[2.0], [2.0], [2.0]]

# Notice it: the check is False without a graph, True with one.
for u in wrong, right:
    print(u.requires_grad)
# > False
# > True
