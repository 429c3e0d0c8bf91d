"""YOLO looks up the cell of a box centre that is a share below one."""

import torch

grid = torch.zeros(13, 13)
image_size = torch.tensor([416.0, 416.0])  # width, height
inside = torch.tensor([240.0, 130.0])  # two centres, in pixels
border = torch.tensor([416.0, 130.0])


def attempt(centre):
    column, row = (centre * 13).long()
    try:
        grid[row, column] = 1.0
        print(row.item(), column.item())
    except IndexError as error:
        print(error)


# Wrong: a centre in pixels, and one that is exactly 1.
attempt(inside)
# > index 1690 is out of bounds for dimension 0 with size 13
attempt(border / image_size)
# > index 13 is out of bounds for dimension 1 with size 13

# Right: shares of the picture, below 1.
attempt(inside / image_size)
# > 4 7
attempt((border / image_size).clamp(max=1 - 1e-6))
# > 4 12

# Notice it: False for pixels and the border, True for shares below 1.
for centre in inside, border / image_size, inside / image_size:
    print(((centre >= 0).all() and (centre < 1).all()).item())
# > False
# > False
# > True
