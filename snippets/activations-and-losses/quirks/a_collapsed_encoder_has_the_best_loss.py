"""An encoder that returns one vector for all has the best possible loss."""

import torch
from torch import nn
from torch.nn.functional import cosine_similarity, normalize


def training():  # of SimSiam, with two noisy views of each image
    torch.manual_seed(0)
    encoder = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Linear(32, 8))
    predictor = nn.Linear(8, 8)
    layers = nn.ModuleList([encoder, predictor])
    optimizer = torch.optim.SGD(layers.parameters(), lr=0.1, momentum=0.9)
    for _ in range(300):
        views = torch.randn(64, 8) + 0.3 * torch.randn(2, 64, 8)
        z1, z2 = encoder(views[0]), encoder(views[1])
        yield predictor(z1), z2
        optimizer.step()
        optimizer.zero_grad()
    spread = normalize(z1, dim=1).std(dim=0).mean() * z1.shape[1] ** 0.5
    print("spread above 0.3:", (spread > 0.3).item())  # Notice it


# Wrong: both sides are trained.
for p, z in training():
    loss = -cosine_similarity(p, z).mean()
    loss.backward()
# > spread above 0.3: False
print(f"loss {loss:.1f}")
# > loss -1.0

# Right: the target is a constant.
for p, z in training():
    loss = -cosine_similarity(p, z.detach()).mean()
    loss.backward()
# > spread above 0.3: True
print(f"loss {loss:.1f}")
# > loss -1.0
print(f"DINO's loss of a collapse: {torch.tensor(4096.0).log():.4f}")
# > DINO's loss of a collapse: 8.3178
