"""A layer in half precision takes no input of float32."""

import torch
from torch import nn

batch = torch.ones(2, 3)  # float32, as a data loader gives it
mask = torch.eye(2).expand(1, 2, 2)


def show(model, x):
    try:
        print(model(x).dtype)
    except RuntimeError as error:
        print(error)


linear, conv = nn.Linear(3, 1).half(), nn.Conv1d(2, 1, 1).half()

# Wrong: the model is in half precision, and its batch is not.
show(linear, batch)
# > mat1 and mat2 must have the same dtype, but got Float and Half
show(conv, batch)
# > Input type (float) and bias type (c10::Half) should be the same
show(lambda x: torch.bmm(x.half()[None].mT, mask), batch)
# > expected scalar type Half but found Float

# Right: both sides have one dtype.
show(linear, batch.half())
# > torch.float16
show(conv, batch.half())
# > torch.float16

# Better: all is float32, and autocast converts what may be in half.
with torch.autocast("cpu", dtype=torch.float16):
    show(linear.float(), batch)
# > torch.float16
