"""A fill value of -1e9 does not fit into float16, and is refused."""

import torch

scores = torch.tensor([[2.0, 1.0, 3.0]], dtype=torch.float16)
padding = torch.tensor([[False, False, True]])


def attend(value):
    try:
        weights = scores.masked_fill(padding, value).softmax(dim=-1)
        print(*(f"{weight:.2f}" for weight in weights[0]))
    except RuntimeError as error:
        print(error)


# Wrong: a number that only a wider dtype can hold.
attend(-1e9)
# > value cannot be converted to type c10::Half without overflow

# Right: the smallest number of the dtype that the scores have.
attend(torch.finfo(scores.dtype).min)
# > 0.73 0.27 0.00

# The limits of the dtypes.
for dtype in torch.float16, torch.bfloat16, torch.float32:
    print(dtype, f"{torch.finfo(dtype).min:.1e}")
# > torch.float16 -6.6e+04
# > torch.bfloat16 -3.4e+38
# > torch.float32 -3.4e+38

# Adding it instead gives minus infinity, without a message.
print((scores - 1e9).tolist())
# > [[-inf, -inf, -inf]]

# Notice it: False for -1e9, True for the limit of float16.
for value in -1e9, torch.finfo(scores.dtype).min:
    print(value >= torch.finfo(scores.dtype).min)
# > False
# > True
