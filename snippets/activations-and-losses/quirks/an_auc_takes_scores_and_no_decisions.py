"""The area under the ROC curve takes scores, not decisions."""

from unittest.mock import patch

import torch

with patch.dict("os.environ"):  # so that the import changes nothing there
    from sklearn.metrics import roc_auc_score

labels = torch.tensor([0, 0, 0, 0, 1, 1])
logits = torch.tensor([-3.0, -2.5, -2.0, -1.0, -0.5, -0.2])  # a good order
rows = torch.stack([-logits / 2, logits / 2], dim=1)  # as two outputs

# Wrong: decisions, or the largest probability of any class.
print(f"decisions {roc_auc_score(labels, logits.sigmoid().round()):.2f}")
# > decisions 0.50
print(f"largest {roc_auc_score(labels, rows.softmax(1).amax(1)):.2f}")
# > largest 0.00

# Right: the score of a yes.
print(f"scores {roc_auc_score(labels, logits):.2f}")
# > scores 1.00
print(f"class 1 {roc_auc_score(labels, rows.softmax(1)[:, 1]):.2f}")
# > class 1 1.00

# Notice it: False for decisions, True for scores.
for score in logits.sigmoid().round(), logits.sigmoid():
    print(len(score.unique()) > 2)
# > False
# > True
