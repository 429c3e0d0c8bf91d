"""YOLO looks up the cell of a box centre that is a share below one."""

import torch

grid = torch.zeros(13, 13)
image_size = torch.tensor([416.0, 416.0])  # width, height
pixels = torch.tensor([240.0, 130.0])
outside = torch.tensor([416.0, -64.0]) / image_size


def mark(centre):
    column, row = (centre * 13).long().tolist()
    try:
        grid[row, column] = 1.0
        print("row", row, "column", column)
    except IndexError as error:
        print(error)


# Wrong: a centre in pixels, and one on the border or over it.
centre = pixels
mark(centre)
# > index 1690 is out of bounds for dimension 0 with size 13
centre = outside
mark(centre)
# > index 13 is out of bounds for dimension 1 with size 13

# Right: shares of the picture, from 0 to below 1.
centre = pixels / image_size
mark(centre)
# > row 4 column 7
centre = outside.clamp(0, 1 - 1e-6)
mark(centre)
# > row 0 column 12

# Notice it: False outside of the picture, True inside.
for centre in outside, pixels / image_size:
    print(((centre >= 0).all() and (centre < 1).all()).item())
# > False
# > True
