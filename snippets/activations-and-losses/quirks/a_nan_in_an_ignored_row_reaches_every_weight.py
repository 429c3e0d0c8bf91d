"""A nan in a row that the loss ignores still reaches every weight."""

import torch
from torch import nn

criterion = nn.MSELoss(reduction="none")
x = torch.tensor([[1.0, 2.0], [float("nan"), 1.0]])
y = torch.tensor([[1.0], [1.0]])
good = x.isfinite().all(dim=1)  # only the first row


def train(loss_of):
    model = nn.Linear(2, 1, bias=False)
    nn.init.zeros_(model.weight)
    loss = loss_of(model)
    loss.backward()
    slopes = ", ".join(f"{slope:.1f}" for slope in model.weight.grad[0])
    print(f"loss {loss:.2f}, gradient {slopes}")
    return model


# Wrong: the bad row passes the layer, and the loss leaves it out.
wrong = train(lambda model: criterion(model(x), y)[good].mean())
# > loss 1.00, gradient nan, nan

# Right: the bad row never enters the layer.
right = train(lambda model: criterion(model(x[good]), y[good]).mean())
# > loss 1.00, gradient -2.0, -4.0

# Nor does a product with a mask of zeros, or torch.where, keep it out.
train(lambda model: (criterion(model(x), y)[:, 0] * good).sum())
# > loss nan, gradient nan, nan
train(lambda model: criterion(model(x), y)[:, 0].where(good, 0).sum())
# > loss 1.00, gradient nan, nan

# Notice it: False after the late mask, True after the early one.
for model in wrong, right:
    print(model.weight.grad.isfinite().all().item())
# > False
# > True
