"""Losses for labels of 1 and -1 do not read a label of 0 as no."""

import torch
from torch import nn

east, north = torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.0]])
cosine, ranking = nn.CosineEmbeddingLoss(), nn.MarginRankingLoss()


def show(target):
    for name, criterion in {
        "cosine": lambda x: cosine(east, east + x * north, target),
        "ranking": lambda x: ranking(x, torch.zeros(1), target),
        "soft margin": lambda x: nn.SoftMarginLoss()(x, target),
        "hinge, close": lambda x: nn.HingeEmbeddingLoss()(x, target),
        "hinge, far": lambda x: nn.HingeEmbeddingLoss()(x + 1, target),
    }.items():
        x = torch.tensor([0.7], requires_grad=True)
        loss = criterion(x)
        loss.backward()
        print(f"{name}: loss {loss:.2f}, gradient {x.grad.item():z.2f}")


labels = torch.tensor([0.0])  # no: dissimilar, lower, negative

# Wrong: 0 stays 0.
show(labels)
# > cosine: loss 0.00, gradient 0.00
# > ranking: loss 0.00, gradient 0.00
# > soft margin: loss 0.69, gradient 0.00
# > hinge, close: loss 1.00, gradient 0.00
# > hinge, far: loss 1.70, gradient 1.00

# Right: 0 becomes -1, and 1 stays 1.
show(2 * labels - 1)
# > cosine: loss 0.82, gradient -0.38
# > ranking: loss 0.70, gradient 1.00
# > soft margin: loss 1.10, gradient 0.67
# > hinge, close: loss 0.30, gradient -1.00
# > hinge, far: loss 0.00, gradient 0.00
