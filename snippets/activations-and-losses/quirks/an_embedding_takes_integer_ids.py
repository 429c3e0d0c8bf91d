"""An embedding looks rows up by number, so its ids are int64 or int32."""

import torch
from torch import nn

embedding = nn.Embedding(10, 4)
ids = torch.tensor([1.0, 7.0])  # as torch.tensor or NumPy makes of 1.0

# Wrong: the ids are floats.
try:
    vectors = embedding(ids)
    print(tuple(vectors.shape))
except RuntimeError as error:
    print(error)
# > Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.FloatTensor instead (while checking arguments for embedding)

# Right: the same numbers as int64.
vectors = embedding(ids.long())
print(tuple(vectors.shape))
# > (2, 4)

# A tuple of ids and lengths, and a list.
for batch in (ids.long(), torch.tensor([2])), [1, 7]:
    try:
        embedding(batch)
    except TypeError as error:
        print(error)
# > embedding(): argument 'indices' (position 2) must be Tensor, not tuple
# > embedding(): argument 'indices' (position 2) must be Tensor, not list

# Measured numbers are no ids: a linear layer takes them.
measured = torch.tensor([[0.3], [7.9]])
print(measured.long().tolist(), tuple(nn.Linear(1, 4)(measured).shape))
# > [[0], [7]] (2, 4)

# Notice it: False for the floats, True for int64.
for batch in ids, ids.long():
    print(batch.dtype in (torch.int64, torch.int32))
# > False
# > True
