"""A threshold of one half is for probabilities, and 0 is for logits."""

import torch

logits = torch.tensor([0.3, 0.5, 2.0, -1.5])
labels = torch.tensor([1, 1, 1, 0])


def measure(pred):  # as a metric does that guesses by the range
    for size in 4, 2:
        p = pred.split(size)
        p = [x.sigmoid() if x.min() < 0 or x.max() > 1 else x for x in p]
        hits = (torch.cat(p) > 0.5) == labels
        print(f"guessed in batches of {size}: {hits.float().mean():.0%}")


# Wrong: one half of a logit.
pred = logits
hits = (pred > 0.5) == labels
print(f"threshold 0.5: {hits.float().mean():.0%}")
# > threshold 0.5: 50%
measure(pred)
# > guessed in batches of 4: 100%
# > guessed in batches of 2: 50%

# Right: one half of a probability; a logit of 0.5 is more than that.
pred = logits.sigmoid()
hits = (pred > 0.5) == labels
print(f"threshold 0.5: {hits.float().mean():.0%}, 0.5 is {pred[1]:.0%}")
# > threshold 0.5: 100%, 0.5 is 62%
measure(pred)
# > guessed in batches of 4: 100%
# > guessed in batches of 2: 100%

# Notice it: False for the logits, True for probabilities.
for pred in logits, logits.sigmoid():
    print(((pred >= 0) & (pred <= 1)).all().item())
# > False
# > True
