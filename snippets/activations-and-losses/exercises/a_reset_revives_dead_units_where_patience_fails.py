"""Dead ReLU units come back by a reset, not by patience or by a leak."""

import torch
from torch import nn

inputs = torch.tensor([[-2.0], [-1.0], [0.0], [1.0], [2.0]])
target = inputs.abs()

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(1, 2), nn.ReLU(), nn.Linear(2, 1))
with torch.no_grad():
    model[0].weight.copy_(torch.tensor([[1.0], [-1.0]]))
    model[0].bias.fill_(-3.0)  # dead on all five inputs
    model[2].weight.fill_(0.5)


def train(cure):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
    for _ in range(100):
        loss = nn.MSELoss()(model(inputs), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    bias = model[0].bias[0].item()
    print(f"{cure}: loss {loss:.4f}, hidden bias {bias:.2f}")


train("patience")
# > patience: loss 0.5600, hidden bias -3.00
model[1] = nn.LeakyReLU(0.1)
train("leak")
# > leak: loss 0.5600, hidden bias -2.99

model[1] = nn.ReLU()
dead = (model[0](inputs) <= 0).all(dim=0)
with torch.no_grad():
    model[0].bias[dead] = 0.0
train(f"reset of {dead.sum()} units")
# > reset of 2 units: loss 0.0000, hidden bias -0.01
