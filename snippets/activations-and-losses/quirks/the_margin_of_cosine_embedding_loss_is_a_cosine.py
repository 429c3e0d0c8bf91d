"""The margin of CosineEmbeddingLoss is a cosine, and 1 asks nothing."""

import torch
from torch import nn
from torch.nn.functional import cosine_similarity

torch.manual_seed(0)
start = torch.ones(8) + 0.5 * torch.randn(4, 8)
first, second = torch.tensor([[0, 2, 0, 1], [1, 3, 2, 3]])
alike = torch.tensor([1.0, 1.0, -1.0, -1.0])  # two pairs alike, two not


def train(criterion):
    vectors = start.clone().requires_grad_()
    optimizer = torch.optim.Adam([vectors], lr=0.05)
    for _ in range(500):
        loss = criterion(vectors[first], vectors[second], alike)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    cosine = cosine_similarity(vectors[first], vectors[second])
    print(
        f"loss {loss:z.2f}, of unlike pairs {cosine[alike < 0].max():z.2f}"
    )
    return criterion(start[:1], start[:1], torch.tensor([-1.0]))


# Wrong: 1, the default margin of other losses.
wrong = train(nn.CosineEmbeddingLoss(margin=1.0))
# > loss 0.00, of unlike pairs 0.91

# Right: the cosine that unlike pairs may have.
right = train(nn.CosineEmbeddingLoss(margin=0.0))
# > loss 0.00, of unlike pairs -0.35

# Notice it: an equal pair called unlike costs nothing: False, then True.
for cost in wrong, right:
    print(bool(cost > 0.1))
# > False
# > True
