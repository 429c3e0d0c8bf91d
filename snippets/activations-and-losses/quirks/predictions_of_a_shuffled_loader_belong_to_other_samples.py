"""The predictions of a loader that shuffles belong to other samples."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
labels = torch.arange(10).repeat(20)
data = TensorDataset(9 * torch.eye(10)[labels], labels)
model = nn.Identity()  # these logits are right for every sample


def accuracy(loader):
    predicted = torch.cat([model(x).argmax(dim=1) for x, _ in loader])
    print(f"right: {(predicted == labels).sum()} of {len(labels)}")


# Wrong: the loader draws a new order for each pass.
loader = DataLoader(data, batch_size=32, shuffle=True)
accuracy(loader)
# > right: 30 of 200

# Right: the loader keeps the order of the data.
loader = DataLoader(data, batch_size=32, shuffle=False)
accuracy(loader)
# > right: 200 of 200

# In any order: the labels of the same pass.
loader = DataLoader(data, batch_size=32, shuffle=True)
hits = sum((model(x).argmax(dim=1) == y).sum() for x, y in loader)
print(f"right, in one pass: {hits} of {len(labels)}")
# > right, in one pass: 200 of 200

# Notice it: False for a loader that shuffles, True for one that does not.
for shuffle in True, False:
    loader = DataLoader(data, batch_size=32, shuffle=shuffle)
    first, second = (torch.cat([y for _, y in loader]) for _ in range(2))
    print(first.equal(second))
# > False
# > True
