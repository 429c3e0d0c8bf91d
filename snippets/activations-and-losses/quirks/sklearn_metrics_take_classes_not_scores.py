"""Accuracy and F1 of scikit-learn take classes, not logits."""

from unittest.mock import patch

import torch

with patch.dict("os.environ"):  # so that the import changes nothing there
    from sklearn.metrics import accuracy_score, roc_auc_score

labels = torch.tensor([0, 1, 1, 0])
logits = torch.tensor([-0.3, 1.0, 1.4, 1.2])  # one for each sample
classes = torch.tensor([0, 1, 2])
rows = torch.tensor([[2.0, 0.1, 0.3], [0.2, 1.5, 0.1], [0.9, 0.3, 0.4]])
print(f"loss {torch.nn.functional.cross_entropy(rows, classes):.4f}")
# > loss 0.6577

# Wrong: the numbers that the loss takes.
for target, pred in (labels, logits), (classes, rows):
    try:
        print(f"accuracy {accuracy_score(target, pred):.2f}")
    except ValueError as error:
        print(error)
# > Classification metrics can't handle a mix of binary and continuous targets
# > Classification metrics can't handle a mix of multiclass and continuous-multioutput targets

# Right: the class that each row of numbers stands for.
for target, pred in (labels, logits > 0), (classes, rows.argmax(dim=1)):
    print(f"accuracy {accuracy_score(target, pred):.2f}")
# > accuracy 0.75
# > accuracy 0.67

# A metric of the order wants the numbers themselves.
print(f"area under the curve {roc_auc_score(labels, logits):.2f}")
# > area under the curve 0.75

# Notice it: False for logits, True for classes.
for pred in logits, classes:
    print(pred.dtype in (torch.bool, torch.int64))
# > False
# > True
