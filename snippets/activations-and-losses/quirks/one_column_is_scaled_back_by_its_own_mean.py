"""One column is scaled back by its own mean and deviation."""

import torch

table = torch.tensor([[20.0, 5, 1000], [24.0, 9, 1020], [28.0, 7, 1040]])
mean, std = table.mean(dim=0), table.std(dim=0)
scaled = (table - mean) / std
prediction = scaled[:, 2:]  # a perfect forecast of the third column

# Wrong: the mean and the deviation of all columns.
pressure = prediction * std + mean
print(list(pressure.shape), pressure[:, 0].tolist())
# > [3, 3] [20.0, 24.0, 28.0]
try:  # what inverse_transform of scikit-learn does
    pressure = prediction.numpy()
    pressure *= std.numpy()
except ValueError as error:
    print(error)
# > non-broadcastable output operand with shape (3,1) doesn't match the broadcast shape (3,3)

# Right: those of the column that was predicted.
pressure = prediction * std[2] + mean[2]
print(list(pressure.shape), pressure[:, 0].tolist())
# > [3, 1] [1000.0, 1020.0, 1040.0]
