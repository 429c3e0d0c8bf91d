"""A similarity as distance_function turns a triplet loss around."""

import torch
from torch import nn
from torch.nn.functional import cosine_similarity

positive = torch.tensor([[0.8, 0.6]])
negative = torch.tensor([[0.6, -0.8]])


def train(distance):
    anchor = torch.tensor([[1.0, 0.0]], requires_grad=True)
    optimizer = torch.optim.SGD([anchor], lr=0.1)
    criterion = nn.TripletMarginWithDistanceLoss(distance_function=distance)
    for _ in range(100):
        optimizer.zero_grad()
        loss = criterion(anchor, positive, negative)
        loss.backward()
        optimizer.step()
    near = cosine_similarity(anchor, positive).item()
    far = cosine_similarity(anchor, negative).item()
    print(f"loss {loss:.1f}, positive {near:z.1f}, negative {far:z.1f}")


# Wrong: a similarity, which is large for equal vectors.
train(cosine_similarity)
# > loss 0.0, positive 0.0, negative 1.0

# Right: a distance, which is 0 for equal vectors.
train(lambda a, b: 1 - cosine_similarity(a, b))
# > loss 0.0, positive 1.0, negative -0.1

# Notice it: the check is False for a similarity, True for a distance.
for distance in cosine_similarity, lambda a, b: 1 - cosine_similarity(a, b):
    print(bool((distance(positive, positive) < 0.01).all()))
# > False
# > True
