"""PoissonNLLLoss takes the logarithm of the rate, unless told otherwise."""

import torch
from torch import nn

counts = torch.tensor([4.0, 5.0, 6.0])
print(f"mean count {counts.mean():.2f}")
# > mean count 5.00


def fit(criterion):
    logit = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([logit], lr=0.2)
    for _ in range(300):
        rate = nn.functional.softplus(logit)
        loss = criterion(rate.expand(3), counts)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"softplus {rate:.2f}, its exponential {rate.exp():.2f}")
    loss = criterion(20 * counts, counts)
    print(f"loss at rates of about 100: {loss:.2f}")
    return rate


# Wrong: softplus gives a rate, and the loss takes it for a logarithm.
wrong = fit(nn.PoissonNLLLoss())
# > softplus 1.61, its exponential 5.00
# > loss at rates of about 100: inf

# Right: the loss is told that the rate itself comes in.
right = fit(nn.PoissonNLLLoss(log_input=False))
# > softplus 5.00, its exponential 148.41
# > loss at rates of about 100: 76.91

# Notice it: the check is False by default, then True.
for rate in wrong, right:
    print(bool(abs(rate.mean() / counts.mean() - 1) < 0.1))
# > False
# > True
