"""A quantile loss takes one output per quantile."""

import torch

quantiles = [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98]
target = torch.arange(101.0)


def quantile_loss(outputs):
    errors = [target - outputs[..., i] for i in range(len(quantiles))]
    pairs = zip(quantiles, errors, strict=True)
    return sum(torch.maximum(q * e, (q - 1) * e).mean() for q, e in pairs)


def show(size):
    outputs = torch.full((101, size), 50.0, requires_grad=True)
    try:
        loss = quantile_loss(outputs)
        loss.backward()
        learning = (outputs.grad != 0).any(dim=0).sum()
        print(f"loss {loss:.2f}, {learning} of {size} outputs learn")
    except IndexError as error:
        print(error)


# Wrong: five outputs, or nine, for seven quantiles.
show(5)
# > index 5 is out of bounds for dimension 1 with size 5
show(9)
# > loss 88.37, 7 of 9 outputs learn

# Right: as many outputs as quantiles.
show(len(quantiles))
# > loss 88.37, 7 of 7 outputs learn

# Notice it: False for five outputs, True for seven.
for outputs in torch.zeros(101, 5), torch.zeros(101, 7):
    print(outputs.shape[-1] == len(quantiles))
# > False
# > True
