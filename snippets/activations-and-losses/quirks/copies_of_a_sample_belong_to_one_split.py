"""Copies of a sample, and samples of one person, belong to one split."""

import torch

torch.manual_seed(0)
patient = torch.arange(40).repeat_interleave(10)  # ten pictures of each
target = torch.randint(2, (40,))[patient]  # tossed: nothing to be learned
pictures = torch.randn(40, 16)[patient] + torch.randn(400, 16) / 10


def validate(train, valid):
    """Answer with the most similar picture, as who learns by heart does."""
    distances = torch.cdist(pictures[valid], pictures[train])
    answer = target[train][distances.argmin(dim=1)]
    print(f"right: {(answer == target[valid]).sum()} of {len(valid)}")


# Wrong: pictures are drawn, so that each patient is in both parts.
order = torch.randperm(400)
train, valid = order[:320], order[320:]
validate(train, valid)
# > right: 80 of 80
both = [(train, valid)]

# Right: patients are drawn.
known = torch.isin(patient, torch.randperm(40)[:32])
train, valid = known.nonzero()[:, 0], (~known).nonzero()[:, 0]
validate(train, valid)
# > right: 25 of 80
both.append((train, valid))

# Notice it: False if a patient is in both parts, True if in one.
for train, valid in both:
    print(not torch.isin(patient[valid], patient[train]).any())
# > False
# > True
