"""Between equal vectors a cosine similarity has a gradient of 0."""

import torch
from torch.nn.functional import cosine_similarity


def cosine(a, b):
    return cosine_similarity(a, b, dim=0).abs()


def train(mergers, penalty):
    mergers.requires_grad_()
    optimizer = torch.optim.SGD([mergers], lr=0.1)
    for _ in range(300):
        loss = penalty(*mergers)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.2f}, cosine {cosine(*mergers):.2f}", end=", ")
    print(f"length {mergers[0].norm():.2f}")
    print((mergers.grad.norm() > 1e-6).item())  # Notice it


# Wrong: both vectors start as ones.
mergers = torch.ones(2, 8)
train(mergers, cosine)
# > loss 1.00, cosine 1.00, length 2.83
# > False

# Right: they start a little apart.
torch.manual_seed(0)
mergers = torch.ones(2, 8) + 0.1 * torch.randn(2, 8)
train(mergers, cosine)
# > loss 0.02, cosine 0.00, length 2.76
# > True

# A product of equal vectors has a gradient: both get shorter.
train(torch.ones(2, 8), lambda a, b: (a * b).abs().mean())
# > loss 0.00, cosine 1.00, length 0.06
# > True
