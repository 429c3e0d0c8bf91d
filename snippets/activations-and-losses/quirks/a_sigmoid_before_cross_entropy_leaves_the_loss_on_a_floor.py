"""A sigmoid or tanh before CrossEntropyLoss leaves the loss on a floor."""

import torch
from torch import nn

target = torch.arange(10)
criterion = nn.CrossEntropyLoss()


def train(activation, labels=target):
    logits = torch.zeros(10, 10, requires_grad=True)
    optimizer = torch.optim.Adam([logits], lr=0.1)
    for _ in range(50):
        outputs = activation(logits)
        loss = criterion(outputs, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.3f}, surest {outputs.softmax(dim=1).max():.3f}")


# Wrong: outputs between 0 and 1, or between -1 and 1.
train(nn.Sigmoid())
# > loss 1.508, surest 0.221
train(nn.Sigmoid(), labels=torch.eye(10))
# > loss 1.508, surest 0.221
train(nn.Tanh())
# > loss 0.815, surest 0.443

# Right: logits without bounds.
train(nn.Identity())
# > loss 0.028, surest 0.973

# The floors behind a sigmoid and a tanh.
for best in torch.eye(10), torch.eye(1000):
    sigmoid, tanh = criterion(best, best), criterion(2 * best - 1, best)
    print(f"{len(best)} classes: {sigmoid:.3f} and {tanh:.3f}")
# > 10 classes: 1.461 and 0.797
# > 1000 classes: 5.909 and 4.914
