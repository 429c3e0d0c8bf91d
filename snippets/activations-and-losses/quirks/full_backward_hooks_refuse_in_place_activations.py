"""A full backward hook makes views, which no activation may overwrite."""

import torch
from torch import nn

inputs = torch.ones(2, 3, requires_grad=True)


def watch(activation):
    model = nn.Sequential(nn.Linear(3, 3), activation, nn.Linear(3, 1))
    for m in model:
        m.register_full_backward_hook(lambda m, *_: print(type(m).__name__))
    try:
        model(inputs).sum().backward()
    except RuntimeError as error:
        print(str(error).split(" (or")[0])
    return model


# Wrong: an activation that writes into the view.
model = watch(nn.ReLU(inplace=True))
# > Output 0 of BackwardHookFunction is a view and is being modified inplace. This view was created inside a custom Function

# Right: one that makes a new tensor.
watch(nn.ReLU())
# > Linear
# > ReLU
# > Linear

# Notice it: False with an in-place activation, True after the loop.
print(not any(getattr(m, "inplace", False) for m in model.modules()))
# > False
for m in model.modules():
    if hasattr(m, "inplace"):
        m.inplace = False
print(not any(getattr(m, "inplace", False) for m in model.modules()))
# > True
