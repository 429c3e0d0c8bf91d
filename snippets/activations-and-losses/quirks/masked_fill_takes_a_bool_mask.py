"""`masked_fill` takes a bool mask: True where a value is hidden."""

import torch

scores = torch.tensor([1.0, 2.0, 3.0, 4.0])
attention_mask = torch.tensor([1, 1, 1, 0])  # 1 is to be seen, 0 is padding


def attend(hidden):
    try:
        weights = scores.masked_fill(hidden, -torch.inf).softmax(dim=0)
        print([round(weight, 2) for weight in weights.tolist()])
    except RuntimeError as error:
        print(error)


# Wrong: numbers in place of True and False; last, True for what is seen.
attend(attention_mask)
# > masked_fill_ only supports boolean masks, but got mask with dtype long int
attend(attention_mask.float())
# > masked_fill_ only supports boolean masks, but got mask with dtype float
attend(attention_mask.byte())
# > masked_fill_ only supports boolean masks, but got mask with dtype unsigned char
attend(attention_mask.bool())
# > [0.0, 0.0, 0.0, 1.0]

# Right: True where the score is to be hidden.
attend(attention_mask == 0)
# > [0.09, 0.24, 0.67, 0.0]

# Notice it: the check is False for numbers, True for a comparison.
for mask in attention_mask, attention_mask == 0:
    print(mask.dtype == torch.bool)
# > False
# > True
