"""F1 of several classes wants to know how to average over them."""

from unittest.mock import patch

import torch

with patch.dict("os.environ"):  # so that the import changes nothing there
    from sklearn.metrics import f1_score, roc_auc_score

labels = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2]
logits = torch.tensor([[3.0, 1, 0]] * 6 + [[1.0, 3, 0]] * 3 + [[2.0, 1, 1]])
predicted = logits.argmax(dim=1).tolist()  # class 2 is never found


def attempt(step):
    try:
        print(f"{step():.2f}")
    except ValueError as error:
        print(error)


# Wrong: a score for one positive class, of three classes.
attempt(lambda: f1_score(labels, predicted))
# > Target is multiclass but average='binary'. Please choose another average setting, one of [None, 'micro', 'macro', 'weighted'].
attempt(lambda: roc_auc_score(labels, logits))
# > multi_class must be in ('ovo', 'ovr')

# Right: each class alike, and probabilities against the others.
attempt(lambda: f1_score(labels, predicted, average="macro"))
# > 0.64
attempt(lambda: roc_auc_score(labels, logits.softmax(1), multi_class="ovr"))
# > 1.00
attempt(lambda: f1_score(labels, predicted, average="micro"))
# > 0.90

# Notice it: False for three classes, True for two.
for truth, guess in (labels, predicted), ([0, 1], [0, 0]):
    print(len(set(truth) | set(guess)) == 2)
# > False
# > True
