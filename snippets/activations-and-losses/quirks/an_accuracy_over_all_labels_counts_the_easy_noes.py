"""An accuracy over all labels counts the many easy noes."""

import torch

labels = torch.zeros(100, 20, dtype=torch.bool)  # 20 tags
labels[torch.arange(100), torch.arange(100) % 20] = True  # one is true
nothing = torch.full((100, 20), -3.0)  # logits that find no tag
half = torch.where(labels, 1.0, -3.0)  # logits that find all in 50 rows
half[50:] = -3.0


def f1(predicted):
    both = (predicted & labels).sum()
    return 2 * both / (predicted.sum() + labels.sum())


# Wrong: the share of entries that are right.
for logits in nothing, half:
    predicted = logits > 0
    print(f"accuracy {(predicted == labels).float().mean():.3f}")
# > accuracy 0.950
# > accuracy 0.975

# Right: what is found of the tags, and rows that are all right.
for logits in nothing, half:
    predicted = logits > 0
    rows = (predicted == labels).all(dim=1).float().mean()
    print(f"F1 {f1(predicted):.2f}, whole rows right {rows:.2f}")
# > F1 0.00, whole rows right 0.00
# > F1 0.67, whole rows right 0.50

# Notice it: False where a tag is never predicted, True where each is.
for predicted in nothing > 0, half > 0:
    print(predicted.any(dim=0).all().item())
# > False
# > True
