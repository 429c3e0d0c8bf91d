"""A target of shape (N,) against outputs of shape (N, 1) fits the mean."""

import warnings

import torch
from torch import nn

inputs = torch.tensor([[0.0], [1.0], [2.0], [3.0]])
prices = torch.tensor([1.0, 4.0, 7.0, 10.0])  # 3 * input + 1
criterion = nn.MSELoss()
torch.manual_seed(0)


def slope_after_training(target):
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(200):
        optimizer.zero_grad()
        criterion(model(inputs), target).backward()
        optimizer.step()
    return abs(model.weight.item())


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    # Wrong: four predictions meet four targets in sixteen pairs.
    print(f"(4,) target:   slope {slope_after_training(prices):.2f}")
# > (4,) target:   slope 0.00
print(str(caught[0].message).split(". ")[0])
# > Using a target size (torch.Size([4])) that is different to the input size (torch.Size([4, 1]))

# Right: one column, like the outputs.
print(f"(4, 1) target: slope {slope_after_training(prices[:, None]):.2f}")
# > (4, 1) target: slope 3.00
