"""F1 of several classes wants to know how to average over them."""

from unittest.mock import patch

import torch

with patch.dict("os.environ"):  # so that the import changes nothing there
    from sklearn.metrics import f1_score, roc_auc_score

labels = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2]
logits = torch.tensor([[3.0, 1, 0]] * 6 + [[1.0, 3, 0]] * 3 + [[2.0, 1, 1]])
predicted = logits.argmax(dim=1).tolist()  # class 2 is never found

# Wrong: a score for one positive class, of three classes.
try:
    f1 = f1_score(labels, predicted)
except ValueError as error:
    print(error)
# > Target is multiclass but average='binary'. Please choose another average setting, one of [None, 'micro', 'macro', 'weighted'].
try:
    auc = roc_auc_score(labels, logits)
except ValueError as error:
    print(error)
# > multi_class must be in ('ovo', 'ovr')

# Right: each class alike, and probabilities against the others.
f1 = f1_score(labels, predicted, average="macro")
auc = roc_auc_score(labels, logits.softmax(1), multi_class="ovr")
print(f"macro {f1:.2f}, area {auc:.2f}")
# > macro 0.64, area 1.00
print(f"micro {f1_score(labels, predicted, average='micro'):.2f}")
# > micro 0.90

# Notice it: False for three classes, True for two.
for truth, guess in (labels, predicted), ([0, 1], [0, 0]):
    print(len(set(truth) | set(guess)) == 2)
# > False
# > True
