"""A sigmoid or tanh before CrossEntropyLoss leaves the loss on a floor."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()


def train(activation, target):
    logits = torch.zeros(10, 10, requires_grad=True)
    for _ in range(50):
        outputs = activation(logits)
        loss = criterion(outputs, target)
        logits = logits - 50 * torch.autograd.grad(loss, logits)[0]
    print(f"loss {loss:.3f}, surest {outputs.softmax(dim=1).max():.3f}")
    return outputs


# Wrong: outputs between 0 and 1, or between -1 and 1, and their floors.
for target in torch.arange(10), torch.eye(10):
    wrong = train(nn.Sigmoid(), target)
# > loss 1.509, surest 0.221
# > loss 1.509, surest 0.221
train(nn.Tanh(), target)
# > loss 0.806, surest 0.447
for best in torch.eye(10), torch.eye(1000):
    sigmoid, tanh = criterion(best, best), criterion(2 * best - 1, best)
    print(f"{len(best)} classes: {sigmoid:.3f} and {tanh:.3f}")
# > 10 classes: 1.461 and 0.797
# > 1000 classes: 5.909 and 4.914

# Right: logits without bounds.
right = train(nn.Identity(), target)
# > loss 0.003, surest 0.997

# Notice it: the check is False after a sigmoid, True for logits.
for outputs in wrong, right:
    print(bool(outputs.abs().max() > 1))
# > False
# > True
