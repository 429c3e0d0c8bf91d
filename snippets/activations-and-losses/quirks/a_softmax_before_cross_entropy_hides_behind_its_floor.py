"""A softmax before CrossEntropyLoss stops the loss at a floor."""

import torch
from torch import nn

centres = 3 * torch.eye(10)
target = torch.arange(10).repeat(30)
torch.manual_seed(0)
inputs = centres[target] + torch.randn(300, 10)
criterion = nn.CrossEntropyLoss()


def train(model):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(300):
        outputs = model(inputs)
        loss = criterion(outputs, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    accuracy = (outputs.argmax(dim=1) == target).float().mean()
    print(f"loss {loss:.2f}, accuracy {accuracy:.2f}")
    return outputs


# Wrong: the model ends in a softmax.
wrong = train(nn.Sequential(nn.Linear(10, 10), nn.Softmax(dim=1)))
# > loss 1.49, accuracy 0.98

# Right: the model ends in logits.
right = train(nn.Linear(10, 10))
# > loss 0.09, accuracy 0.99

# Notice it: the check is False for the softmax, True for logits.
for outputs in wrong, right:
    print(bool((outputs.sum(dim=1) - 1).abs().max() > 0.05))
# > False
# > True
