"""A metric of scikit-learn has the labels first, then the predictions."""

from unittest.mock import patch

import torch

with patch.dict("os.environ"):  # so that the import changes nothing there
    from sklearn.metrics import precision_score, recall_score, roc_auc_score

labels = torch.tensor([1, 1, 1, 1, 0, 0, 0, 0])
logits = torch.tensor([2.1, -0.9, -1.1, -2.2, -3.1, -1.9, -1.0, -2.8])
pred = (logits > 0).long()  # one yes, and that is right

# Wrong: predictions first, as a loss has them.
print(f"precision {precision_score(pred, labels):.2f}")
# > precision 0.25
print(f"recall {recall_score(pred, labels):.2f}")
# > recall 1.00
try:
    print(f"AUC {roc_auc_score(logits, labels):.2f}")
except ValueError as error:
    print(error)
# > continuous format is not supported

# Right: labels first.
print(f"precision {precision_score(labels, pred):.2f}")
# > precision 1.00
print(f"recall {recall_score(labels, pred):.2f}")
# > recall 0.25
print(f"AUC {roc_auc_score(labels, logits):.2f}")
# > AUC 0.81

# Notice it: False for predictions where labels belong, True for labels.
for truth in logits, labels:
    print(set(truth.tolist()) <= {0, 1})
# > False
# > True
