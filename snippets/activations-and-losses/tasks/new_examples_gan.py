"""A GAN has three losses: two for the critic and one for the generator."""

import torch
from torch import nn

torch.manual_seed(0)
real = torch.randn(2000, 1) * 0.5 + 3
real, unseen = real.chunk(2)

generator = nn.Linear(1, 1)  # from noise to an example
model = nn.Sequential(nn.Linear(1, 16), nn.ReLU(), nn.Linear(16, 1))
criterion = nn.BCEWithLogitsLoss()
ones, zeros = torch.ones(1000, 1), torch.zeros(1000, 1)
critic_steps = torch.optim.Adam(model.parameters(), lr=0.01)
generator_steps = torch.optim.Adam(generator.parameters(), lr=0.01)
baseline = abs(generator(torch.randn(1000, 1)).mean() - unseen.mean())
for _ in range(800):
    made = generator(torch.randn(1000, 1))
    logits = model(real)
    on_real = criterion(logits, ones)
    on_made = criterion(model(made.detach()), zeros)
    loss = on_real + on_made
    critic_steps.zero_grad()
    loss.backward()
    critic_steps.step()

    fooled = criterion(model(made), ones)  # the labels are turned around
    generator_steps.zero_grad()
    fooled.backward()
    generator_steps.step()

prediction = generator(torch.randn(1000, 1)).detach()
score = abs(prediction.mean() - unseen.mean())
print(f"error of the mean {score:.1f}, before training {baseline:.1f}")
# > error of the mean 0.0, before training 2.8
print(f"losses: {on_real:.1f}, {on_made:.1f} and {fooled:.1f}")
# > losses: 0.7, 0.7 and 0.7
