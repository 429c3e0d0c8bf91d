"""NLLLoss on raw logits falls without end, and may never find a class."""

import torch
from torch import nn

inputs = torch.tensor([-4.0, -3, -2, -1, 1, 2, 3, 4, 5, 6]).view(10, 1)
target = torch.tensor([0, 0, 0, 0, 1, 1, 2, 2, 2, 2])


def train(ending):
    parameters = torch.zeros(2, 3, requires_grad=True)
    optimizer = torch.optim.SGD([parameters], lr=0.3)
    for step in range(1001):
        outputs = ending(inputs * parameters[0] + parameters[1])
        loss = nn.NLLLoss()(outputs, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step in (500, 1000):
            print(f"step {step}: loss {loss:.2f}", end="; ")
    print(f"at 1.0: {outputs.softmax(dim=1)[4, 1]:.2f} for class 1")
    print(f"predicted {outputs.argmax(dim=1).tolist()}")
    return loss


# Wrong: the model ends in logits.
wrong = train(nn.Identity())
# > step 500: loss -703.50; step 1000: loss -1407.00; at 1.0: 0.00 for class 1
# > predicted [0, 0, 0, 0, 2, 2, 2, 2, 2, 2]

# Right: the model ends in log-probabilities.
right = train(nn.LogSoftmax(dim=1))
# > step 500: loss 0.07; step 1000: loss 0.04; at 1.0: 0.98 for class 1
# > predicted [0, 0, 0, 0, 1, 1, 2, 2, 2, 2]

# Notice it: the check is False for logits, True for log-probabilities.
for loss in wrong, right:
    print(bool(loss >= 0))
# > False
# > True
