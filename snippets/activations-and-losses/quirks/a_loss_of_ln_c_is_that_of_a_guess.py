"""A loss of ln C is that of a guess, and the logits tell more."""

import torch
from torch import nn

torch.manual_seed(0)
labels = torch.arange(10).repeat(30)
inputs = 3 * torch.eye(10)[labels] + torch.randn(300, 10)


def look(name, x=inputs, y=labels, rate=0.05):
    model = nn.Linear(10, 10)
    optimizer = torch.optim.Adam(model.parameters(), lr=rate)
    for _ in range(100):
        logits = model(x)
        loss = nn.CrossEntropyLoss()(logits, y)
        model.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"{name}: loss {loss:.1f}, spread {logits.std(0).mean():.1f}")
    return loss


# Wrong: the loss and the spread of the logits for three causes.
wrong = look("inputs all equal", x=torch.zeros(300, 10))
# > inputs all equal: loss 2.3, spread 0.0
look("labels shuffled", y=labels[torch.randperm(300)])
# > labels shuffled: loss 2.2, spread 0.6
look("tiny rate", rate=1e-6, x=0.1 * inputs)
# > tiny rate: loss 2.3, spread 0.1

# Right: the inputs and labels as they belong.
right = look("as it should be")
# > as it should be: loss 0.1, spread 5.0

# Notice it: False for the guess, True for the model that learns.
for loss in wrong, right:
    print(bool(loss < 0.8 * torch.tensor(10).log()))
# > False
# > True
