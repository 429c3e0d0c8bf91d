"""MSELoss pairs each output of a column with all of a flat target."""

import warnings

import torch
from torch import nn

inputs = torch.tensor([[-1.0], [0.0], [1.0], [2.0]])
target = torch.tensor([1.0, 3.0, 5.0, 7.0])  # 2 * input + 3
torch.manual_seed(0)


def train(criterion, target):
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(200):
        outputs = model(inputs)
        loss = criterion(outputs, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    shown = " ".join(f"{output:.2f}" for output in outputs[:, 0])
    print(f"loss {loss:.2f}, outputs {shown}")


# Wrong: outputs of shape (4, 1), target of shape (4,).
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    train(nn.MSELoss(), target)
    for criterion in (nn.L1Loss(), nn.SmoothL1Loss(), nn.HuberLoss()):
        criterion(inputs, target)
# > loss 5.00, outputs 4.00 4.00 4.00 4.00
print(caught[0].message)
# > Using a target size (torch.Size([4])) that is different to the input size (torch.Size([4, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.
print(f"{len(caught)} warnings in 200 steps and 3 other losses")
# > 203 warnings in 200 steps and 3 other losses

# Right: both of shape (4, 1).
train(nn.MSELoss(), target.unsqueeze(1))
# > loss 0.00, outputs 1.00 3.00 5.00 7.00
