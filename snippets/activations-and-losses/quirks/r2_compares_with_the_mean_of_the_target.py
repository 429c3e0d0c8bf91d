"""R2 compares with the mean of the target, over all samples at once."""

import torch

target = torch.tensor([1.0, 2, 3, 4, 5, 6, 7, 8])
outputs = (4.5 + 0.4 * (target - 4.5))[:, None]  # a model's: one column


def show(what, residual, total):
    print(f"{what}: R2 {1 - residual.mean() / total.mean():.2f}")


# Wrong: a column against a row; the arguments exchanged; batch by batch.
total = (target - target.mean()).square()
show("(8,) - (8, 1)", (target - outputs).square(), total)
# > (8,) - (8, 1): R2 -0.16
prediction = outputs[:, 0]
residual = (target - prediction).square()
show("exchanged", residual, (prediction - prediction.mean()).square())
# > exchanged: R2 -1.25
pairs = zip(target.split(2), prediction.split(2), strict=True)
scores = [
    1 - (t - p).square().sum() / (t - t.mean()).square().sum()
    for t, p in pairs
]
print(f"mean over batches: R2 {sum(scores) / len(scores):.2f}")
# > mean over batches: R2 -6.56
t, p = target[:1], prediction[:1]
print(
    "one sample:", (1 - (t - p).square() / (t - t.mean()).square()).item()
)
# > one sample: -inf

# Right: one shape, all samples, and the mean of the target.
residual = (target - outputs.squeeze(1)).square()
total = (target - target.mean()).square()
show("all samples", residual, total)
# > all samples: R2 0.64
