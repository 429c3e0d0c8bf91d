"""BatchNorm in train mode needs more than one value for each channel."""

import torch
from torch import nn
from torch.utils.data import DataLoader

data = torch.arange(27.0).view(9, 3)
model = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))


def train(loader):
    try:
        for batch in loader:
            model(batch)
        print("last batch", list(batch.shape))
    except ValueError as error:
        print(error)


# Wrong: nine samples in batches of four leave a last batch of one.
loader = DataLoader(data, batch_size=4)
train(loader)
# > Expected more than 1 value per channel when training, got input size torch.Size([1, 2])

# Right: that batch is left out.
loader = DataLoader(data, batch_size=4, drop_last=True)
train(loader)
# > last batch [4, 3]

# In eval mode one sample is enough.
model.eval()
train(DataLoader(data, batch_size=4))
# > last batch [1, 3]

# Notice it: False if one sample is left, True otherwise.
for size in 4, 5:
    print(len(data) % size != 1)
# > False
# > True
