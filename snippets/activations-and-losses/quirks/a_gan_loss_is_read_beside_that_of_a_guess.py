"""What a GAN's losses say: the values for a guess, and for a sure D."""

import torch
from torch import nn

bce = nn.BCEWithLogitsLoss()


def show(real, fake):  # what D returns for real data, and for fakes
    real, fake = torch.tensor([real]), torch.tensor([fake])
    ones, zeros = torch.ones(1), torch.zeros(1)
    losses = {
        "BCE": bce(real, ones) + bce(fake, zeros),
        "hinge": (1 - real).relu().mean() + (1 + fake).relu().mean(),
        "Wasserstein": fake.mean() - real.mean(),
        "BCE of G": bce(fake, ones),
    }
    print(*(f"{name} {loss:.2f}" for name, loss in losses.items()))


# D gives everything the same logit, 0: it guesses.
show(0.0, 0.0)
# > BCE 1.39 hinge 2.00 Wasserstein 0.00 BCE of G 0.69

# D tells real from fake for sure.
show(8.0, -8.0)
# > BCE 0.00 hinge 0.00 Wasserstein -16.00 BCE of G 8.00

# D is fooled: it takes each for the other.
show(-2.0, 2.0)
# > BCE 4.25 hinge 6.00 Wasserstein 4.00 BCE of G 0.13
