"""A KL term as a sum beside a reconstruction as a mean empties a VAE."""

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits as bce

torch.manual_seed(0)
images = (torch.randn(4, 64) > 0).float().repeat(16, 1)  # four, 16 times


def training():
    model = nn.ModuleList([nn.Linear(64, 4), nn.Linear(2, 64)])
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(80):
        mu, logvar = model[0](images).chunk(2, dim=1)
        noise = torch.randn_like(mu) * (logvar / 2).exp()
        logits = model[1](mu + noise)
        kl = 0.5 * (mu**2 + logvar.exp() - 1 - logvar)
        yield logits, kl
        optimizer.step()
        optimizer.zero_grad()
    right = ((logits > 0) == images.bool()).float().mean()
    print(f"KL {kl.sum(dim=1).mean():z.1f}, pixels right {right:.1f}")
    print(bool(kl.sum(dim=1).mean() > 0.1))  # Notice it


# Wrong: the mean of all pixels, the sum of all of the KL.
for logits, kl in training():
    loss = bce(logits, images) + kl.sum()
    loss.backward()
# > KL 0.0, pixels right 0.7
# > False

# Right: both summed over an image, and averaged over the images.
for logits, kl in training():
    total = bce(logits, images, reduction="sum") + kl.sum()
    loss = total / len(images)
    loss.backward()
# > KL 3.8, pixels right 1.0
# > True
