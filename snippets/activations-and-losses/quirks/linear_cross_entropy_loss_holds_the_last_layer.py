"""LinearCrossEntropyLoss holds the last layer, which has to be trained."""

import torch
from torch import nn

torch.manual_seed(0)
target = torch.randint(0, 5, (200,))
inputs = nn.functional.one_hot(target, 5).float()


def train(parameters):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(5, 3), nn.ReLU())
    criterion = nn.LinearCrossEntropyLoss(in_features=3, num_classes=5)
    before = criterion.linear.weight.clone()
    optimizer = torch.optim.Adam(parameters(model, criterion), lr=0.1)
    for _ in range(200):
        loss = criterion(model(inputs), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.1f}")
    return before, criterion.linear.weight


# Wrong: the model alone.
wrong = train(lambda model, loss: model.parameters())
# > loss 0.7

# Right: the loss has parameters, too.
right = train(lambda model, loss: [*model.parameters(), *loss.parameters()])
# > loss 0.3

# Notice it: False if the last layer stays as it was, True if it learns.
for before, after in wrong, right:
    print(not torch.equal(before, after))
# > False
# > True
