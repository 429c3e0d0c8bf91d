"""Several questions of C answers each put the classes in dimension 1."""

import torch
from torch import nn

torch.manual_seed(0)
criterion = nn.CrossEntropyLoss()
x = torch.ones(2, 8)  # 2 samples, 8 features
labels = torch.tensor([[1, -1, 0, 1], [0, 1, -1, -1]])  # 4 questions

# Wrong: one number per question, and classes that begin at -1.
model = nn.Linear(8, 4)
logits = model(x)
try:
    loss = criterion(logits, labels)
except RuntimeError as error:
    print(error)
# > Expected floating point type for target with class probabilities, got Long
one_each, logits = logits, torch.zeros(2, 3, 4)
try:
    loss = criterion(logits, labels)
except IndexError as error:
    print(error)
# > Target -1 is out of bounds.

# Right: three logits per question, and the classes 0, 1 and 2.
model = nn.Linear(8, 3 * 4)
logits = model(x).unflatten(1, (3, 4))
loss = criterion(logits, labels + 1)
print(f"{loss:.2f}")
# > 1.17

# Notice it: False for one number each, True for three.
for output in one_each, logits:
    print(output.shape == (len(labels), 3, labels.shape[1]))
# > False
# > True
