"""Focal loss silences easy samples and bends the probabilities."""

import torch
from torch import nn

plain = nn.BCEWithLogitsLoss(reduction="none")
weighted = nn.BCEWithLogitsLoss(
    reduction="none", pos_weight=torch.tensor(4.0)
)


def focal(logits, target):
    loss = plain(logits, target)
    return (1 - (-loss).exp()) ** 2 * loss  # exp(-loss) is p of the label


# Three positives: easy, unsure, hard.
p = torch.tensor([0.9, 0.5, 0.1])
losses = plain(p.logit(), torch.ones(3)), focal(p.logit(), torch.ones(3))
for easy, before, after in zip(p, *losses, strict=True):
    share = after / before
    print(f"p = {easy:.1f}: {before:.4f} to {after:.4f}, x {share:.2f}")
# > p = 0.9: 0.1054 to 0.0011, x 0.01
# > p = 0.5: 0.6931 to 0.1733, x 0.25
# > p = 0.1: 2.3026 to 1.8651, x 0.81

# Two in ten are positive: which p has the lowest mean loss?
logits = torch.tensor([0.20, 0.37, 0.50]).logit()
criteria = {"plain": plain, "weighted": weighted, "focal": focal}
for name, criterion in criteria.items():
    positive = criterion(logits, torch.ones(3))
    negative = criterion(logits, torch.zeros(3))
    mean = 0.2 * positive + 0.8 * negative
    print(f"{name}:", " ".join(f"{value:.4f}" for value in mean))
# > plain: 0.5004 0.5685 0.6931
# > weighted: 1.4661 1.1650 1.1090
# > focal: 0.2131 0.1295 0.1733
