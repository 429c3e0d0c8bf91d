"""A discriminator of single samples cannot see that all are alike."""

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits as bce

torch.manual_seed(0)
real = torch.tensor([[-1.0], [1.0]] * 32)  # two kinds of samples
fake = torch.full((64, 1), 1.0)  # a generator that makes one of them
ones = torch.ones(64, 1)


def train(real, fake):
    layers = nn.Linear(real.shape[1], 16), nn.Tanh(), nn.Linear(16, 1)
    critic = nn.Sequential(*layers)
    optimizer = torch.optim.Adam(critic.parameters(), lr=0.05)
    for _ in range(300):
        loss = bce(critic(real), ones) + bce(critic(fake), 1 - ones)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"the fakes pass as real: {critic(fake).sigmoid().mean():.0%}")


# Wrong: each sample alone.
real_inputs, fake_inputs = real, fake
train(real_inputs, fake_inputs)
# > the fakes pass as real: 33%

# Right: with the spread of its batch.
real_inputs = torch.cat([real, real.std(dim=0).expand_as(real)], dim=1)
fake_inputs = torch.cat([fake, fake.std(dim=0).expand_as(fake)], dim=1)
train(real_inputs, fake_inputs)
# > the fakes pass as real: 0%

# Notice it: the spread over the samples.
for samples in (fake, real):
    print((samples.std(dim=0).mean() > 0.1).item())
# > False
# > True
