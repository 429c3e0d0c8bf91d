"""A similarity as distance_function turns a triplet loss around."""

import torch
import torch.nn.functional as F
from torch import nn

positive = torch.tensor([[0.8, 0.6]])
negative = torch.tensor([[0.6, -0.8]])


def train(criterion):
    anchor = torch.tensor([[1.0, 0.0]], requires_grad=True)
    optimizer = torch.optim.SGD([anchor], lr=0.1)
    for _ in range(100):
        optimizer.zero_grad()
        loss = criterion(anchor, positive, negative)
        loss.backward()
        optimizer.step()
    near = F.cosine_similarity(anchor, positive).item()
    far = F.cosine_similarity(anchor, negative).item()
    print(f"loss {loss:.1f}, positive {near:z.1f}, negative {far:z.1f}")
    distance = criterion.distance_function
    print(bool((distance(positive, positive) < 0.01).all()))  # Notice it


# Wrong: a similarity, which is large for equal vectors.
criterion = nn.TripletMarginWithDistanceLoss(
    distance_function=F.cosine_similarity,
)
train(criterion)
# > loss 0.0, positive 0.0, negative 1.0
# > False

# Right: a distance, which is 0 for equal vectors.
criterion = nn.TripletMarginWithDistanceLoss(
    distance_function=lambda a, b: 1 - F.cosine_similarity(a, b),
)
train(criterion)
# > loss 0.0, positive 1.0, negative -0.1
# > True
