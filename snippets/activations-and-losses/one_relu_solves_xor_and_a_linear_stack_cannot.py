"""A hidden ReLU solves XOR; the same layers without it cannot."""

import torch
from torch import nn

inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
target = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
criterion = nn.MSELoss()


def trained(model):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(60):
        optimizer.zero_grad()
        loss = criterion(model(inputs), target)
        loss.backward()
        optimizer.step()
    outputs = model(inputs).flatten()
    answers = " ".join(f"{output:.2f}" for output in outputs.abs())
    return f"{answers}  loss {loss:.4f}"


torch.manual_seed(0)
linear = trained(nn.Sequential(nn.Linear(2, 16), nn.Linear(16, 1)))
bent = trained(nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1)))

print("without ReLU:", linear)
# > without ReLU: 0.51 0.50 0.50 0.49  loss 0.2501
print("with ReLU:   ", bent)
# > with ReLU:    0.04 0.98 1.04 0.06  loss 0.0025
