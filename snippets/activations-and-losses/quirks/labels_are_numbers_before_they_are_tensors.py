"""Names of classes become numbers before they become a tensor."""

import numpy as np
import torch

names = ["cat", "dog", "cat"]
table = np.array([[1, "2"], [3, "4"]], dtype=object)  # as pandas reads it

# Wrong: names, or an array that holds texts.
labels = names
try:
    torch.tensor(labels)
except ValueError as error:
    print(error)
# > too many dimensions 'str'
try:
    features = torch.tensor(table)
except TypeError as error:
    print(error)
# > can't convert np.ndarray of type numpy.object_. The only supported types are: float64, float32, float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.

# Right: numbers.
number = {name: i for i, name in enumerate(sorted({*names}))}
labels = [number[name] for name in names]
print(torch.tensor(labels).tolist())
# > [0, 1, 0]
features = torch.tensor(table.astype("float32"))
print(features.tolist())
# > [[1.0, 2.0], [3.0, 4.0]]

# Notice it: False for an array of objects, True for one of numbers.
for array in table, table.astype("float32"):
    print(array.dtype != object)
# > False
# > True
