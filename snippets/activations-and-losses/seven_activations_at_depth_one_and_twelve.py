"""Seven activations learn alike at depth 1 and differ at depth 12."""

import torch
from torch import nn

torch.manual_seed(0)
# In double precision: twelve layers amplify how a processor rounds.
centres = torch.randn(10, 16).double()
target = torch.arange(10).repeat(12)
inputs = centres[target] + 0.3 * torch.randn(120, 16).double()


def accuracy(activation, depth):
    layers = [nn.Linear(16, 32), activation]
    for _ in range(depth - 1):
        layers += [nn.Linear(32, 32), activation]
    model = nn.Sequential(*layers, nn.Linear(32, 10)).double()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(40):
        logits = model(inputs)
        loss = nn.CrossEntropyLoss()(logits, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return (logits.argmax(dim=1) == target).float().mean()


smooth = (nn.GELU(), nn.SiLU(), nn.ELU(), nn.Tanh(), nn.Sigmoid())
for activation in (nn.ReLU(), nn.LeakyReLU(), *smooth):
    name = type(activation).__name__
    shallow, deep = accuracy(activation, 1), accuracy(activation, 12)
    print(f"{name:9} depth 1: {shallow:.1f}  depth 12: {deep:.1f}")
# > ReLU      depth 1: 1.0  depth 12: 0.4
# > LeakyReLU depth 1: 1.0  depth 12: 0.4
# > GELU      depth 1: 1.0  depth 12: 0.6
# > SiLU      depth 1: 1.0  depth 12: 0.7
# > ELU       depth 1: 1.0  depth 12: 0.6
# > Tanh      depth 1: 1.0  depth 12: 0.7
# > Sigmoid   depth 1: 1.0  depth 12: 0.1
