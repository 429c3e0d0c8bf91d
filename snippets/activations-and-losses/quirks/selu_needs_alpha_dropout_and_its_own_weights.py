"""SELU keeps its scale only with AlphaDropout and LeCun's weights."""

import torch
from torch import nn


def show(dropout, lecun):
    torch.manual_seed(0)
    hidden = torch.randn(256, 256)  # mean 0, standard deviation 1
    for _ in range(20):
        linear = nn.Linear(256, 256)
        if lecun:  # variance one over the number of inputs, no bias
            nn.init.kaiming_normal_(linear.weight, nonlinearity="linear")
            nn.init.zeros_(linear.bias)
        hidden = dropout(nn.SELU()(linear(hidden)))
    print(f"mean {hidden.mean():.1f}, std {hidden.std():.1f}")
    return hidden


# Wrong: plain dropout, or the weights that nn.Linear draws.
plain = show(nn.Dropout(0.2), lecun=True)
# > mean 0.2, std 1.7
show(nn.AlphaDropout(0.2), lecun=False)
# > mean -0.0, std 0.7
show(nn.Identity(), lecun=False)
# > mean -0.0, std 0.1

# Right: LeCun's weights, and AlphaDropout if any.
alpha = show(nn.AlphaDropout(0.2), lecun=True)
# > mean -0.0, std 1.0
show(nn.Identity(), lecun=True)
# > mean 0.0, std 1.0

# Notice it: the check is False for plain dropout, True for AlphaDropout.
for hidden in plain, alpha:
    print((0.8 < hidden.std() < 1.2).item())
# > False
# > True
