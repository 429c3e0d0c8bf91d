"""A softmax that is written by hand breaks at a logit of 89."""

import torch

logits = torch.tensor([89.0, 88.0])
growths = logits.exp()
shares = growths / growths.sum()
print(*(f"{share:.2f}" for share in shares))
# > nan 0.00

# Options:
print("softmax", *(f"{share:.2f}" for share in logits.softmax(dim=0)))
# > softmax 0.73 0.27
print("exponentials", *(f"{growth:.1e}" for growth in growths))
# > exponentials inf 1.7e+38
print("exponentials in float16", *growths.half().tolist())
# > exponentials in float16 inf inf
apart = torch.tensor([89.0, 0.0]).softmax(dim=0)
print("softmax of 89 and 0:", *(f"{share:.2f}" for share in apart))
# > softmax of 89 and 0: 1.00 0.00
