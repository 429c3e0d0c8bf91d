"""A term made of argmax adds to the loss and nothing to its gradient."""

import torch
from torch import nn

values = [[2.0, 0.5, 0.0], [0.0, 1.0, 0.5], [1.0, 0.0, 0.8]]
logits = torch.tensor(values, requires_grad=True)
target = torch.tensor([1, 1, 2])
distance = torch.tensor([[0.0, 1, 5], [1, 0, 4], [5, 4, 0]])


def show(term):
    for beta in 0.0, 1.0, 10.0:
        loss = nn.CrossEntropyLoss()(logits, target) + beta * term
        (gradient,) = torch.autograd.grad(loss, logits, retain_graph=True)
        print(f"beta {beta}: loss {loss:.2f}, {gradient.abs().sum():.2f}")


# Wrong: the price of the predicted class.
wrong = distance[target, logits.argmax(dim=1)].mean()
show(wrong)
# > beta 0.0: loss 1.16, 1.30
# > beta 1.0: loss 3.16, 1.30
# > beta 10.0: loss 21.16, 1.30

# Right: the price of each class, times its probability.
right = (distance[target] * logits.softmax(dim=1)).sum(dim=1).mean()
show(right)
# > beta 0.0: loss 1.16, 1.30
# > beta 1.0: loss 2.99, 2.64
# > beta 10.0: loss 19.52, 15.27

# Notice it: False for argmax, True for the probabilities.
for term in wrong, right:
    print(term.requires_grad)
# > False
# > True
