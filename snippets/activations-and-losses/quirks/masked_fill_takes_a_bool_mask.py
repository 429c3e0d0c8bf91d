"""`masked_fill` takes a bool mask: True where a value is hidden."""

import torch

scores = torch.tensor([1.0, 2.0, 3.0, 4.0])
seen = torch.tensor([1, 1, 1, 0])  # 1 is to be seen, 0 is padding


def show(scores):
    print([round(weight, 2) for weight in scores.softmax(dim=0).tolist()])


# Wrong: numbers in place of True and False; last, True for what is seen.
for mask in seen, seen.float(), seen.byte(), seen.bool():
    try:
        show(scores.masked_fill(mask, -torch.inf))
    except RuntimeError as error:
        print(error)
# > masked_fill_ only supports boolean masks, but got mask with dtype long int
# > masked_fill_ only supports boolean masks, but got mask with dtype float
# > masked_fill_ only supports boolean masks, but got mask with dtype unsigned char
# > [0.0, 0.0, 0.0, 1.0]

# Right: True where the score is to be hidden.
mask = seen
show(scores.masked_fill(mask == 0, -torch.inf))
# > [0.09, 0.24, 0.67, 0.0]

# Notice it: the check is False for numbers, True for a comparison.
for mask in seen, seen == 0:
    print(mask.dtype == torch.bool)
# > False
# > True
