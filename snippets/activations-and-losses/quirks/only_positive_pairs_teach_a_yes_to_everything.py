"""Only positive pairs teach a model to say yes to everything."""

import torch
from torch import nn

torch.manual_seed(0)
pairs = torch.randn(400, 2)  # one number for each side
exists = pairs[:, 0] * pairs[:, 1] > 0  # alike in their sign
one, zero = torch.ones(exists.sum()), torch.zeros((~exists).sum())
labels = torch.cat([one, zero])
criterion = nn.BCEWithLogitsLoss()


def train(loss_of):
    model = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
    for _ in range(300):
        scores = model(pairs).squeeze(1)
        optimizer.zero_grad()
        loss_of(scores[exists], scores[~exists]).backward()
        optimizer.step()
    yes = (model(pairs).squeeze(1) > 0).float()
    print(f"yes to {yes[exists].mean():.1f} and {yes[~exists].mean():.1f}")


# Wrong: pairs that exist and no others.
train(lambda pos, neg: criterion(pos, one))
# > yes to 1.0 and 1.0

# Right: pairs that do not exist, with the label 0.
train(lambda pos, neg: criterion(torch.cat([pos, neg]), labels))
# > yes to 1.0 and 0.0

# Notice it: False for positives alone, True for both.
for target in one, labels:
    print((0 < target.mean() < 1).item())
# > False
# > True
