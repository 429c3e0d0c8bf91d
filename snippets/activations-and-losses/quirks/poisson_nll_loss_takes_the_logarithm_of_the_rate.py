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
    print(f"logit {logit:.2f}, after softplus {rate:.2f}")
    print(f"and the exponential of that {rate.exp():.2f}")
    loss = criterion(20 * counts, counts)
    print(f"loss at rates of about 100: {loss:.2f}")


# Wrong: softplus gives a rate, and the loss takes it for a logarithm.
fit(nn.PoissonNLLLoss())
# > logit 1.39, after softplus 1.61
# > and the exponential of that 5.00
# > loss at rates of about 100: inf

# Right: the loss is told that the rate itself comes in.
fit(nn.PoissonNLLLoss(log_input=False))
# > logit 4.99, after softplus 5.00
# > and the exponential of that 148.41
# > loss at rates of about 100: 76.91
