"""A model that learns by heart fails on new data."""

import torch
from torch import nn
from torch.optim import AdamW

criterion = nn.MSELoss()
torch.manual_seed(0)
x, new = torch.linspace(-1, 1, 12), torch.linspace(-0.95, 0.95, 50)
x, new = x.unsqueeze(1), new.unsqueeze(1)
noisy = x + 0.3 * torch.randn(12, 1)
model = nn.Sequential(nn.Linear(1, 100), nn.Tanh(), nn.Linear(100, 1))
start = {name: value.clone() for name, value in model.state_dict().items()}


def train(optimizer):
    model.load_state_dict(start)
    for _ in range(500):
        training = criterion(model(10 * x), noisy)
        optimizer.zero_grad()
        training.backward()
        optimizer.step()
    validation = criterion(model(10 * new), new)
    print(f"training {training:.2f}, validation {validation:.2f}")
    print((validation < 2 * training).item())  # Notice it


# Wrong: every point is met, with its noise.
optimizer = AdamW(model.parameters(), lr=0.01, weight_decay=0.0)
train(optimizer)
# > training 0.00, validation 0.09
# > False

# Right: small weights miss the noise.
optimizer = AdamW(model.parameters(), lr=0.01, weight_decay=1.0)
train(optimizer)
# > training 0.05, validation 0.03
# > True
