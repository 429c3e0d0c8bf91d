"""With drop_last and few samples there is no batch, and the loss is 0."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

inputs, target = torch.eye(3), torch.tensor([[3.0], [4.0], [5.0]])
data = TensorDataset(inputs, target)


def train(loader):
    torch.manual_seed(0)
    model = nn.Linear(3, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
    for _ in range(3):
        total = 0.0
        for x, y in loader:
            loss = nn.MSELoss()(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(x)
        print(f"loss {total / len(data):.2f}", end=", ")
    mse = nn.MSELoss()(model(inputs), target)
    print(f"mse {mse:.2f},", len(loader) > 0)  # Notice it


# Wrong: the only batch has 3 samples, fewer than 1024, and is dropped.
loader = DataLoader(data, batch_size=1024, drop_last=True)
train(loader)
# > loss 0.00, loss 0.00, loss 0.00, mse 21.17, False

# Right: it is kept.
loader = DataLoader(data, batch_size=1024, drop_last=False)
train(loader)
# > loss 21.17, loss 1.50, loss 0.48, mse 0.29, True
train(iter(loader))  # an iterator is used up after the first epoch
# > loss 21.17, loss 0.00, loss 0.00, mse 1.50, True
