"""A mean of batch means is not the mean of the data."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

predictions = torch.tensor([1.0, 1.0, 1.0, 1.0, 6.0])
target = torch.tensor([0.0, 0.0, 0.0, 0.0, 0.0])
data = TensorDataset(predictions, target)
criterion = nn.MSELoss()

# Wrong: every batch counts the same, however small.
for batch_size in (1, 2, 4, 5):
    losses = [criterion(p, t) for p, t in DataLoader(data, batch_size)]
    mse = sum(losses) / len(losses)
    rmse = sum(loss.sqrt() for loss in losses) / len(losses)
    print(f"batches of {batch_size}: MSE {mse:.2f}, RMSE {rmse:.2f}")
# > batches of 1: MSE 8.00, RMSE 2.00
# > batches of 2: MSE 12.67, RMSE 2.67
# > batches of 4: MSE 18.50, RMSE 3.50
# > batches of 5: MSE 8.00, RMSE 2.83

# Right: every sample counts the same, and the root comes last.
for batch_size in (1, 2, 4, 5):
    loader = DataLoader(data, batch_size)
    total = sum(criterion(p, t) * len(t) for p, t in loader)
    mse = total / len(data)
    rmse = mse.sqrt()
    print(f"batches of {batch_size}: MSE {mse:.2f}, RMSE {rmse:.2f}")
# > batches of 1: MSE 8.00, RMSE 2.83
# > batches of 2: MSE 8.00, RMSE 2.83
# > batches of 4: MSE 8.00, RMSE 2.83
# > batches of 5: MSE 8.00, RMSE 2.83

# Notice it: False for the mean of two batches, True over the samples.
losses = [criterion(p, t) for p, t in DataLoader(data, 4)]
for mse in sum(losses) / len(losses), total / len(data):
    print(torch.allclose(mse, criterion(predictions, target)))
# > False
# > True
