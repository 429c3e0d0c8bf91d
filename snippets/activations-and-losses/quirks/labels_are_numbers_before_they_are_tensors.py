"""Names of classes become numbers before they become a tensor."""

import numpy as np
import torch

names = ["cat", "dog", "cat"]
number = {name: index for index, name in enumerate(sorted({*names}))}
# Runs on the CPU: a table as pandas reads it.
table = np.array([[1, "2"], [3, "4"]], dtype=object)


def show(make):
    try:
        print(make().tolist())
    except (ValueError, TypeError) as error:
        print(error)


# Wrong: names, or an array that holds texts.
show(lambda: torch.tensor(names))
# > too many dimensions 'str'
show(lambda: torch.from_numpy(table))
# > can't convert np.ndarray of type numpy.object_. The only supported types are: float64, float32, float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.

# Right: numbers.
show(lambda: torch.tensor([number[name] for name in names]))
# > [0, 1, 0]
show(lambda: torch.from_numpy(table.astype("float32")))
# > [[1.0, 2.0], [3.0, 4.0]]

# Notice it: False for an array of objects, True for one of numbers.
for array in table, table.astype("float32"):
    print(array.dtype != object)
# > False
# > True
