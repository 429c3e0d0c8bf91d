"""Of four changes to a linear stack only a ReLU between solves XOR."""

import torch
from torch import nn

inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
target = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
criterion = nn.MSELoss()


def deep(width, *between):
    return nn.Linear(2, width), *between, nn.Linear(width, 1)


torch.manual_seed(0)
changes = {
    "wider": deep(100),
    "deeper": deep(8, nn.Linear(8, 8), nn.Linear(8, 8)),
    "a ReLU between": deep(8, nn.ReLU()),
    "a Sigmoid at the end": (*deep(8), nn.Sigmoid()),
}
for name, layers in changes.items():
    model = nn.Sequential(*layers)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(300):
        loss = criterion(model(inputs), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"{name}: loss {loss:.2f}")
# > wider: loss 0.25
# > deeper: loss 0.25
# > a ReLU between: loss 0.00
# > a Sigmoid at the end: loss 0.25
