"""Without full=True, two likelihood losses leave a term out."""

import torch
from torch import nn
from torch.distributions import Normal, Poisson

mean, target, variance = torch.tensor([[0.5, 1], [1, 3], [0.25, 4]])
rate, counts = torch.tensor([2.0, 2.0, 9.0]), torch.tensor([1.0, 2.0, 9.0])
gaussian = -Normal(mean, variance.sqrt()).log_prob(target)
poisson = -Poisson(rate).log_prob(counts)


def show(gauss, count):
    lacks = gaussian - gauss(mean, target, variance)
    print("Gaussian lacks", *(f"{part:z.3f}" for part in lacks))
    print(f"mean loss of counts {count(rate, counts).mean():.2f}")
    lacks = poisson - count(rate, counts)
    print("Poisson lacks", *(f"{part:z.3f}" for part in lacks))
    # Notice it: the check is False without the term, True with it.
    loss = gauss(mean, target, variance)
    print(torch.allclose(loss, gaussian))


# Wrong: the default, read as minus the logarithm of the likelihood.
gauss = nn.GaussianNLLLoss(reduction="none")
count = nn.PoissonNLLLoss(log_input=False, reduction="none")
show(gauss, count)
# > Gaussian lacks 0.919 0.919
# > mean loss of counts -2.95
# > Poisson lacks 0.000 0.693 12.802
# > False

# Right: with the term; for counts, it is an approximation.
gauss = nn.GaussianNLLLoss(full=True, reduction="none")
count = nn.PoissonNLLLoss(log_input=False, full=True, reduction="none")
show(gauss, count)
# > Gaussian lacks 0.000 0.000
# > mean loss of counts 1.53
# > Poisson lacks 0.000 0.041 0.009
# > True
