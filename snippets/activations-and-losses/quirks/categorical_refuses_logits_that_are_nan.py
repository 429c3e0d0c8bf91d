"""Categorical refuses logits that are nan, and hooks find the first nan."""

import torch
from torch import distributions, nn

torch.manual_seed(0)
policy = nn.Sequential(nn.Linear(2, 4), nn.Linear(4, 2))
observations = torch.tensor([[1.0, 5.0], [3.0, 5.0]])
centred, spread = observations - observations.mean(0), observations.std(0)


def report(layer, inputs, output):
    if not output.isfinite().all():
        print(f"{layer}: finite input {bool(inputs[0].isfinite().all())}")


def act(inputs):
    try:
        print(distributions.Categorical(logits=policy(inputs)).probs.shape)
    except ValueError as error:
        print(str(error).splitlines()[0])


for layer in policy:
    layer.register_forward_hook(report)
# Wrong: the second feature is constant, and 0 / 0 is nan.
act(centred / spread)
# > Linear(in_features=2, out_features=4, bias=True): finite input False
# > Linear(in_features=4, out_features=2, bias=True): finite input False
# > Expected parameter logits (Tensor of shape (2, 2)) of distribution Categorical(logits: torch.Size([2, 2])) to satisfy the constraint IndependentConstraint(Real(), 1), but found invalid values:

# Right: a spread that is never 0.
act(centred / spread.clamp(min=1e-6))
# > torch.Size([2, 2])

# Notice it: False with the nan, True without.
for inputs in centred / spread, centred / spread.clamp(min=1e-6):
    print(bool(inputs.isfinite().all()))
# > False
# > True
