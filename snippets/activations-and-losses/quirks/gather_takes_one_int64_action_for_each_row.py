"""The function gather takes one int64 index for each row."""

import numpy as np
import torch

q = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])  # state, action
action = torch.tensor([1, 1])

# Wrong: a flat index.
try:
    chosen = q.gather(1, action)
except RuntimeError as error:
    print(error)
# > Index tensor must have the same number of dimensions as input tensor

# Right: a column of indices, and the column is removed afterwards.
chosen = q.gather(1, action[:, None])[:, 0]
print(chosen.tolist())
# > [2.0, 5.0]

# Two actions of four bytes, read as one of eight, and read as two.
stored = bytearray(np.array([1, 1], dtype=np.int32))
one = torch.frombuffer(stored, dtype=torch.int64)
try:
    q[:1].gather(1, one[:, None])
except RuntimeError as error:
    print(error)
# > index 4294967297 is out of bounds for dimension 1 with size 3
two = torch.frombuffer(stored, dtype=torch.int32).long()
print(q.gather(1, two[:, None])[:, 0].tolist())
# > [2.0, 5.0]

# Notice it: False for the flat index, True for the column.
for index in action, action[:, None]:
    print(index.shape == (len(q), 1))
# > False
# > True
