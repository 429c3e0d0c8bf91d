"""A softmax too many can leave the accuracy alone, or ruin it."""

import torch
from torch import nn

runs = 3  # networks trained side by side, each from a start of its own
torch.manual_seed(0)


def train(classes, optimizer_class, lr, softmax_first):
    inputs = torch.randn(runs, classes, 32)  # one sample per class
    target = torch.arange(classes).repeat(runs)
    hidden = nn.Parameter(torch.randn(runs, 32, 64) / 32**0.5)
    head = nn.Parameter(torch.randn(runs, 64, classes) / 64**0.5)
    optimizer = optimizer_class([hidden, head], lr)
    for _ in range(150):
        logits = ((inputs @ hidden).relu() @ head).flatten(0, 1)
        outputs = logits.softmax(dim=1) if softmax_first else logits
        loss = nn.CrossEntropyLoss()(outputs, target)
        optimizer.zero_grad()
        (loss * runs).backward()  # a sum over the networks
        optimizer.step()
    accuracy = (logits.argmax(dim=1) == target).float().mean()
    return f"{accuracy:.1f} (loss {loss:.1f})"


for classes in (10, 100):
    for optimizer, lr in ((torch.optim.Adam, 0.01), (torch.optim.SGD, 0.5)):
        once = train(classes, optimizer, lr, softmax_first=False)
        twice = train(classes, optimizer, lr, softmax_first=True)
        print(f"{classes} classes, {optimizer.__name__}")
        print(f"  once {once}, twice {twice}")
# > 10 classes, Adam
# >   once 1.0 (loss 0.0), twice 1.0 (loss 1.5)
# > 10 classes, SGD
# >   once 1.0 (loss 0.0), twice 1.0 (loss 1.5)
# > 100 classes, Adam
# >   once 1.0 (loss 0.0), twice 0.9 (loss 3.7)
# > 100 classes, SGD
# >   once 1.0 (loss 0.0), twice 0.1 (loss 4.6)
