"""Cosine similarities without a scale keep CrossEntropyLoss on a floor."""

import torch
from torch import nn
from torch.nn import functional as F

criterion = nn.CrossEntropyLoss()
target = torch.arange(32)  # query i belongs to document i


def train(scale):
    torch.manual_seed(0)
    both = [nn.Parameter(torch.randn(32, 32)) for _ in range(2)]
    optimizer = torch.optim.Adam(both, lr=0.1)
    for _ in range(100):
        cosines = F.normalize(both[0]) @ F.normalize(both[1]).T
        logits = scale * cosines
        loss = criterion(logits, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    accuracy = (logits.argmax(dim=1) == target).float().mean()
    share = logits.softmax(dim=1).diag().mean()
    print(f"loss {loss:.2f}, accuracy {accuracy:.2f}, pair {share:.2f}")


# Wrong: the cosines as they are, between -1 and 1.
train(scale=1.0)
# > loss 2.49, accuracy 1.00, pair 0.08

# Right: the cosines times 20, a temperature of 0.05.
train(scale=20.0)
# > loss 0.00, accuracy 1.00, pair 1.00

# Notice it: False for a scale of 1, True for 20.
for scale in 1.0, 20.0:
    best = scale * torch.eye(len(target))  # 1 for a pair, else 0
    print(criterion(best, target).item() < 0.1)
# > False
# > True
