"""A mask selects along the dimensions that it has."""

import warnings

import torch

warnings.simplefilter("ignore")  # about uint8, told below
output = torch.arange(12.0).view(4, 3)
keep = torch.tensor([[True], [False], [True], [True]])
rows = torch.arange(4)
action = torch.tensor([0, 1, 2, 1], dtype=torch.uint8)  # to save space


def attempt(step):
    try:
        print(step().tolist())
    except IndexError as error:
        print(error)


# Wrong: a mask with a column, and an index that counts as a mask.
attempt(lambda: output[keep])
# > The shape of the mask [4, 1] at index 1 does not match the shape of the indexed tensor [4, 3] at index 1
attempt(lambda: output[rows, action])
# > The shape of the mask [4] at index 0 does not match the shape of the indexed tensor [4, 3] at index 1

# Right: a flat mask for rows, and an index in int64.
attempt(lambda: output[keep.squeeze(1)])
# > [[0.0, 1.0, 2.0], [6.0, 7.0, 8.0], [9.0, 10.0, 11.0]]
attempt(lambda: output[rows, action.long()])
# > [0.0, 4.0, 8.0, 10.0]

# Notice it: False for the column, True for the flat mask.
for mask in keep, keep.squeeze(1):
    print(mask.shape == output.shape[: mask.dim()])
# > False
# > True
