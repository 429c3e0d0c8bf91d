"""A column of targets lets MSELoss compare one to one."""

import warnings

import torch
from torch import nn

warnings.simplefilter("error")
outputs = torch.tensor([[1.0], [2.0], [4.0]])
target = torch.tensor([1.0, 2.0, 3.0])
criterion = nn.MSELoss()
try:
    print(f"loss {criterion(outputs, target):.4f}")
except UserWarning as error:
    print(error)
# > Using a target size (torch.Size([3])) that is different to the input size (torch.Size([3, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.

# Options:
trials = {
    "outputs.squeeze(0)": lambda: criterion(outputs.squeeze(0), target),
    "target.view(1, 3)": lambda: criterion(outputs, target.view(1, 3)),
    "target.unsqueeze(1)": lambda: criterion(outputs, target.unsqueeze(1)),
    "by hand": lambda: (outputs - target).square().mean(),
}
for name, trial in trials.items():
    try:
        print(f"{name}: loss {trial():.4f}")
    except UserWarning:
        print(f"{name}: a warning again")
# > outputs.squeeze(0): a warning again
# > target.view(1, 3): a warning again
# > target.unsqueeze(1): loss 0.3333
# > by hand: loss 2.3333
