"""A squeeze of dimension 1 fits a batch of any size."""

import torch
from torch import nn

criterion = nn.BCEWithLogitsLoss()
column, labels = torch.tensor([[2.0], [-1.0], [0.5]]), torch.ones(3)
batches = (column[:2], labels[:2]), (column[2:], labels[2:])

for outputs, target in batches:
    try:
        print(f"loss {criterion(outputs.squeeze(), target):.4f}")
    except ValueError as error:
        print(error)
# > loss 0.7201
# > Target size (torch.Size([1])) must be the same as input size (torch.Size([]))

# Options:
fixes = {
    "outputs.squeeze(0)": lambda outputs: outputs.squeeze(0),
    "outputs.view(2)": lambda outputs: outputs.view(2),
    "outputs.flatten(1)": lambda outputs: outputs.flatten(1),
    "outputs.squeeze(1)": lambda outputs: outputs.squeeze(1),
}
for code, fix in fixes.items():
    seen = []
    for outputs, target in batches:
        try:
            seen.append(f"{criterion(fix(outputs), target):.4f}")
        except (RuntimeError, ValueError):
            seen.append("an error")
    print(f"{code}: {seen[0]}, then {seen[1]}")
# > outputs.squeeze(0): an error, then 0.4741
# > outputs.view(2): 0.7201, then an error
# > outputs.flatten(1): an error, then an error
# > outputs.squeeze(1): 0.7201, then 0.4741
