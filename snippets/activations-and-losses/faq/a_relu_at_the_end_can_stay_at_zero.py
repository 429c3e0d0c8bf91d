"""A ReLU at the end can stay at 0, where Softplus and exp learn."""

import torch
from torch import nn

criterion = nn.MSELoss()
target = torch.tensor([3.0])
endings = {
    "relu": torch.relu,
    "softplus": nn.functional.softplus,
    "exp": torch.exp,
    "none": lambda score: score,
}
for name, ending in endings.items():
    score = nn.Parameter(torch.tensor([-2.0]))  # an unlucky start
    optimizer = torch.optim.SGD([score], lr=0.05)
    start = ending(score).item()
    for step in range(50):
        optimizer.zero_grad()
        criterion(ending(score), target).backward()
        if step == 0:
            slope = score.grad.item()
        optimizer.step()
    end = ending(score).item()
    print(f"{name}: {start:.2f}, gradient {slope:.2f}, then {end:.2f}")
# > relu: 0.00, gradient 0.00, then 0.00
# > softplus: 0.13, gradient -0.68, then 2.18
# > exp: 0.14, gradient -0.78, then 3.00
# > none: -2.00, gradient -10.00, then 2.97
