"""An encoder that returns one vector for all has the best possible loss."""

import torch
from torch import nn
from torch.nn.functional import cosine_similarity, normalize


def train(target_of):  # SimSiam: two noisy views of each image
    torch.manual_seed(0)
    hidden = nn.Linear(8, 32), nn.BatchNorm1d(32), nn.ReLU()
    encoder = nn.Sequential(*hidden, nn.Linear(32, 8))
    predictor = nn.Linear(8, 8)
    layers = nn.ModuleList([encoder, predictor])
    optimizer = torch.optim.SGD(layers.parameters(), lr=0.1, momentum=0.9)
    for _ in range(300):
        images = torch.randn(64, 8)
        z1 = encoder(images + 0.3 * torch.randn(64, 8))
        z2 = encoder(images + 0.3 * torch.randn(64, 8))
        loss = -cosine_similarity(predictor(z1), target_of(z2)).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    spread = normalize(z1, dim=1).std(dim=0).mean() * z1.shape[1] ** 0.5
    print(f"loss {loss:.1f}, spread above 0.3:")
    print((spread > 0.3).item())  # Notice it


# Wrong: both sides are trained.
train(lambda z: z)
# > loss -1.0, spread above 0.3:
# > False

# Right: the target is a constant.
train(lambda z: z.detach())
# > loss -1.0, spread above 0.3:
# > True

# DINO's loss of a collapse: the logarithm of the number of outputs.
print(f"{torch.tensor(4096.0).log():.4f}")
# > 8.3178
