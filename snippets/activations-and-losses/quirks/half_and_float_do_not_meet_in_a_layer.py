"""A layer in half precision takes no input of float32."""

import torch
from torch import nn

model = nn.Linear(3, 1).half()
batch = torch.ones(2, 3)  # float32, as a data loader gives it

# Wrong: the model is in half precision, and its batch is not.
try:
    outputs = model(batch)
except RuntimeError as error:
    print(error)
# > mat1 and mat2 must have the same dtype, but got Float and Half

# Right: both sides have one dtype.
outputs = model(batch.half())
print(outputs.dtype)
# > torch.float16

# Better: all is float32, and autocast converts what may be in half.
model.float()
with torch.autocast("cpu", dtype=torch.float16):
    print(model(batch).dtype)
# > torch.float16

# A convolution and a product say the same in other words.
scores = torch.ones(1, 3, 2).half()
for operation in nn.Conv1d(2, 1, 1).half(), scores.bmm:
    try:
        operation(batch[None])
    except RuntimeError as error:
        print(error)
# > Input type (float) and bias type (c10::Half) should be the same
# > expected scalar type Half but found Float
