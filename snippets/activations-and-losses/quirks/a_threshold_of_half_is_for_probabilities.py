"""A threshold of one half is for probabilities, and 0 is for logits."""

import torch

logits = torch.tensor([0.3, 0.5, 2.0, -1.5])
labels = torch.tensor([1, 1, 1, 0])


def guess(pred):  # as a metric does that looks at the range
    return pred if ((pred >= 0) & (pred <= 1)).all() else pred.sigmoid()


def accuracy(prepare):
    right = ((prepare(logits) > 0.5) == labels).float().mean()
    print(f"threshold 0.5: {right:.0%}")
    for size in (4, 2):
        pred = torch.cat([guess(prepare(x)) for x in logits.split(size)])
        right = ((pred > 0.5) == labels).float().mean()
        print(f"guessed in batches of {size}: {right:.0%}")


# Wrong: one half of a logit.
accuracy(lambda logits: logits)
# > threshold 0.5: 50%
# > guessed in batches of 4: 100%
# > guessed in batches of 2: 50%

# Right: one half of a probability; a logit of 0.5 is more than that.
print(f"{logits[1].sigmoid():.0%}")
# > 62%
accuracy(lambda logits: logits.sigmoid())
# > threshold 0.5: 100%
# > guessed in batches of 4: 100%
# > guessed in batches of 2: 100%

# Notice it: False for the logits, True for probabilities.
for pred in logits, logits.sigmoid():
    print(((pred >= 0) & (pred <= 1)).all().item())
# > False
# > True
