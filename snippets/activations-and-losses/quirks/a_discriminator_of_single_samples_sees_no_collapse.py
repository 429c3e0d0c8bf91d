"""A discriminator of single samples cannot see that all are alike."""

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits as bce

torch.manual_seed(0)
real = torch.tensor([[-1.0], [1.0]] * 32)  # two kinds of samples
fake = torch.full((64, 1), 1.0)  # a generator that makes one of them


def train(inputs_of):
    real_inputs, fake_inputs = inputs_of(real), inputs_of(fake)
    width = real_inputs.shape[1]
    layers = nn.Linear(width, 16), nn.Tanh(), nn.Linear(16, 1)
    critic = nn.Sequential(*layers)
    optimizer = torch.optim.Adam(critic.parameters(), lr=0.05)
    for _ in range(300):
        real_loss = bce(critic(real_inputs), torch.ones(64, 1))
        fake_loss = bce(critic(fake_inputs), torch.zeros(64, 1))
        optimizer.zero_grad()
        (real_loss + fake_loss).backward()
        optimizer.step()
    caught = critic(fake_inputs).sigmoid().mean()
    print(f"the fakes pass as real: {caught:.0%}")


# Wrong: each sample alone.
train(lambda x: x)
# > the fakes pass as real: 33%

# Right: with the spread of its batch.
train(lambda x: torch.cat([x, x.std(dim=0).expand_as(x)], dim=1))
# > the fakes pass as real: 0%

# Notice it: the spread over the samples.
for samples in (fake, real):
    print((samples.std(dim=0).mean() > 0.1).item())
# > False
# > True
