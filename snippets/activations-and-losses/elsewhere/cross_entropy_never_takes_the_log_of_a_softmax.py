"""CrossEntropyLoss takes a log-softmax, never the log of a softmax."""

import torch
from torch import nn

target = torch.tensor([1])
nll = nn.NLLLoss()
recipes = {
    "cross-entropy": lambda z: nn.CrossEntropyLoss()(z, target),
    "nll(log_softmax)": lambda z: nll(z.log_softmax(dim=1), target),
    "nll(log(softmax))": lambda z: nll(z.softmax(dim=1).log(), target),
}

for name, recipe in recipes.items():
    logits = torch.tensor([[0.0, -200.0]], requires_grad=True)
    loss = recipe(logits)
    loss.backward()
    print(f"{name}: loss {loss:.1f}, gradient {logits.grad[0].tolist()}")
# > cross-entropy: loss 200.0, gradient [1.0, -1.0]
# > nll(log_softmax): loss 200.0, gradient [1.0, -1.0]
# > nll(log(softmax)): loss inf, gradient [nan, nan]
