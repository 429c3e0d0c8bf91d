"""A tensor made under inference_mode() cannot be saved for backward()."""

import torch
from torch import nn

teacher, model = nn.Linear(2, 2), nn.Linear(2, 1)


def train(mode, prepare=lambda features: features):
    with mode():
        features = teacher(torch.ones(4, 2))
    features = prepare(features)
    # Notice it: False for a tensor of inference_mode, True otherwise.
    print(not features.is_inference())
    try:
        model(features).square().mean().backward()
        print("gradient", list(model.weight.grad.shape))
    except RuntimeError as error:
        print(str(error).split(". ")[0])


# Wrong: features of a mode that is for inference only.
train(torch.inference_mode)
# > False
# > Inference tensors cannot be saved for backward

# Right: without a graph, and still usable in training.
train(torch.no_grad)
# > True
# > gradient [1, 2]

# Or a copy, made outside of inference_mode.
train(torch.inference_mode, prepare=torch.clone)
# > True
# > gradient [1, 2]
