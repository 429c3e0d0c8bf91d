"""When D is sure, a generator that maximises its loss learns nothing."""

import torch
from torch import nn

bce, yes, no = nn.BCEWithLogitsLoss(), torch.ones(1), torch.zeros(1)


def train(loss_of):  # D is fixed: real data lie around 4
    made = torch.tensor([0.0], requires_grad=True)  # what G makes
    optimizer = torch.optim.SGD([made], lr=0.01)
    slopes = []
    for _ in range(200):
        optimizer.zero_grad()
        loss_of(6 * (made - 2)).backward()
        slopes.append(made.grad.abs().item())
        optimizer.step()
    print(f"first slope {slopes[0]:.2f}, G makes {made.item():.1f}")
    return slopes[0]


print(f"loss of D: {bce(torch.tensor([-12.0]), no):.2f}")
# > loss of D: 0.00

# Wrong: minus the loss of D.
minimax = train(lambda logit: -bce(logit, no))
# > first slope 0.00, G makes 0.0

# Right: the loss of D with the other label.
other = train(lambda logit: bce(logit, yes))
# > first slope 6.00, G makes 2.7

# Notice it: False where G gets no slope, True where it gets one.
for slope in minimax, other:
    print(slope > 1e-3)
# > False
# > True
