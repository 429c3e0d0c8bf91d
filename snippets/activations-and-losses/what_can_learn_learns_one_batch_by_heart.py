"""What can learn at all learns one batch by heart, even wrong labels."""

import torch
from torch import nn

torch.manual_seed(0)
inputs, labels = torch.randn(8, 20), torch.arange(8) % 4


def one_batch(what, labels=labels, lr=0.01, add=(), of=None):
    net = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 4))
    model = nn.Sequential(net, *add)
    optimizer = torch.optim.Adam((of or net).parameters(), lr=lr)
    for _ in range(200):
        loss = nn.CrossEntropyLoss()(model(inputs), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"{what}: loss {loss:.1f}")


one_batch("as it should be")
# > as it should be: loss 0.0
one_batch("wrong labels", labels=torch.randint(4, (8,)))
# > wrong labels: loss 0.0

# What does not pass has a mistake in the model, the loss or the step.
one_batch("parameters of another model", of=nn.Linear(20, 4))
# > parameters of another model: loss 1.4
one_batch("a learning rate near zero", lr=1e-6)
# > a learning rate near zero: loss 1.4
one_batch("a softmax at the end", add=[nn.Softmax(dim=1)])
# > a softmax at the end: loss 0.7
