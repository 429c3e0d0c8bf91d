"""A softmax that is written by hand breaks at a logit of 89."""

import torch

logits = torch.tensor([89.0, 88.0])
growths = logits.exp()
shares = growths / growths.sum()
print(*(f"{share:.2f}" for share in shares))
# > nan 0.00
