"""The function gather takes one int64 index for each row."""

import numpy as np
import torch

q = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])  # state, action
stored = bytearray(np.array([1, 1], dtype=np.int32))  # two actions
action = torch.tensor([1, 1])


def attempt(step):
    try:
        print(step().tolist())
    except (RuntimeError, IndexError) as error:
        print(error)


def read(numbers):
    return q[: len(numbers)].gather(1, numbers[:, None])[:, 0]


# Wrong: a flat index, and four bytes each read as eight.
attempt(lambda: q.gather(1, action))
# > Index tensor must have the same number of dimensions as input tensor
attempt(lambda: read(torch.frombuffer(stored, dtype=torch.int64)))
# > index 4294967297 is out of bounds for dimension 1 with size 3

# Right: a column of indices, and the dtype of the memory.
attempt(lambda: q.gather(1, action[:, None])[:, 0])
# > [2.0, 5.0]
attempt(lambda: read(torch.frombuffer(stored, dtype=torch.int32).long()))
# > [2.0, 5.0]

# Notice it: False for the flat index, True for the column.
for index in action, action[:, None]:
    print(index.shape == (len(q), 1))
# > False
# > True
