"""BCEWithLogitsLoss over 1000 one-hot classes is small for a no to all."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(32, 16)
target = torch.arange(32) * 30


def train(criterion, labels):
    model = nn.Linear(16, 1000)
    nn.init.constant_(model.bias, -6.9)  # a no to every class
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    for step in range(101):
        logits = model(inputs)
        loss = criterion(logits, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step in (0, 100):
            print(f"step {step}: loss {loss:.2f}")
    return logits


# Wrong: a thousand questions for each sample.
bce = train(nn.BCEWithLogitsLoss(), torch.eye(1000)[target])
# > step 0: loss 0.01
# > step 100: loss 0.01

# Right: one question for each sample.
ce = train(nn.CrossEntropyLoss(), target)
# > step 0: loss 6.99
# > step 100: loss 0.04

# Notice it: False after BCEWithLogitsLoss, True after CrossEntropyLoss.
for logits in bce, ce:
    print(bool((logits.argmax(dim=1) == target).float().mean() > 0.5))
# > False
# > True
