"""Several questions of C answers each put the classes in dimension 1."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
labels = torch.tensor([[1, -1, 0, 1], [0, 1, -1, -1]])  # 4 questions
scores = torch.zeros(2, 4)  # one number each
logits = torch.zeros(2, 12).unflatten(1, (3, 4))  # three numbers each


def attempt(step):
    try:
        print(f"{step():.4f}")
    except (RuntimeError, IndexError) as error:
        print(error)


# Wrong: one number per question, and classes that begin at -1.
attempt(lambda: criterion(scores, labels))
# > Expected floating point type for target with class probabilities, got Long
attempt(lambda: criterion(logits, labels))
# > Target -1 is out of bounds.

# Right: three logits per question, and the classes 0, 1 and 2.
attempt(lambda: criterion(logits, labels + 1))
# > 1.0986

# Notice it: False for one number each, True for three.
for output in scores, logits:
    print(output.shape == (len(labels), 3, labels.shape[1]))
# > False
# > True
