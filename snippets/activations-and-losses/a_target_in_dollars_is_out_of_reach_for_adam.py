"""Adam moves a weight by about lr a step, so dollars stay out of reach."""

import torch
from torch import nn

rooms = torch.tensor([[1.0], [2.0], [3.0], [4.0]])
dollars = torch.tensor([[150e3], [250e3], [350e3], [450e3]])
torch.manual_seed(0)


def share_left_unexplained(target):
    model = nn.Linear(1, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(200):
        optimizer.zero_grad()
        loss = nn.MSELoss()(model(rooms), target)
        loss.backward()
        optimizer.step()
    return loss.item() / target.var(correction=0).item()


# 1 is what you get by always predicting the mean.
print(f"in dollars:   {share_left_unexplained(dollars):.1f}")
# > in dollars:   8.2

# Right: subtract the mean and divide by the standard deviation.
scaled = (dollars - dollars.mean()) / dollars.std()
print(f"standardised: {share_left_unexplained(scaled):.1f}")
# > standardised: 0.0
