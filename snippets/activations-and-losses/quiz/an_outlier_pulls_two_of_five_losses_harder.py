"""Two of five losses let an outlier pull with its whole distance."""

import torch
from torch import nn

gaussian, variance = nn.GaussianNLLLoss(), torch.tensor([1.0])
criteria = {
    "L1Loss": nn.L1Loss(),
    "MSELoss": nn.MSELoss(),
    "HuberLoss": nn.HuberLoss(),
    "GaussianNLLLoss": lambda out, target: gaussian(out, target, variance),
    "SmoothL1Loss": nn.SmoothL1Loss(),
}
for name, criterion in criteria.items():
    pulls = []
    for distance in (0.5, 10.0, 1000.0):
        output = torch.tensor([0.0], requires_grad=True)
        criterion(output, torch.tensor([distance])).backward()
        pulls.append(f"{-output.grad.item():.1f}")
    print(f"{name}: pulls {', '.join(pulls)}")
# > L1Loss: pulls 1.0, 1.0, 1.0
# > MSELoss: pulls 1.0, 20.0, 2000.0
# > HuberLoss: pulls 0.5, 1.0, 1.0
# > GaussianNLLLoss: pulls 0.5, 10.0, 1000.0
# > SmoothL1Loss: pulls 0.5, 1.0, 1.0
