"""A tensor made under inference_mode() cannot be saved for backward()."""

import torch
from torch import nn

teacher, model = nn.Linear(2, 2), nn.Linear(2, 1)
images = torch.ones(4, 2)


def train_on(features):
    # Notice it: False for a tensor of inference_mode, True otherwise.
    print(not features.is_inference())
    try:
        model(features).square().mean().backward()
        print("gradient", list(model.weight.grad.shape))
    except RuntimeError as error:
        print(str(error).split(". ")[0])


# Wrong: features of a mode that is for inference only.
with torch.inference_mode():
    features = teacher(images)
train_on(features)
# > False
# > Inference tensors cannot be saved for backward

# Right: without a graph, and still usable in training.
with torch.no_grad():
    features = teacher(images)
train_on(features)
# > True
# > gradient [1, 2]

# Or a copy, made outside of inference_mode.
with torch.inference_mode():
    features = teacher(images)
train_on(features.clone())
# > True
# > gradient [1, 2]
