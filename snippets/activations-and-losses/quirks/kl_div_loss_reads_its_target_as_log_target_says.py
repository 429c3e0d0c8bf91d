"""KLDivLoss reads its target as probabilities, unless log_target is set."""

import torch
from torch import nn

student = torch.tensor([[1.0, 0.0, 2.0]]).log_softmax(dim=1)
logits = torch.tensor([[1.0, 0.5, 2.5]])  # of the teacher
probabilities, logarithms = logits.softmax(dim=1), logits.log_softmax(dim=1)
plain = nn.KLDivLoss(reduction="batchmean")
logged = nn.KLDivLoss(reduction="batchmean", log_target=True)

# Wrong: each gets what the other reads.
for criterion, target in (plain, logarithms), (logged, probabilities):
    print(f"loss {criterion(student, target):.4f}")
# > loss nan
# > loss 7.0102

# Right: probabilities, or logarithms with log_target=True.
for criterion, target in (plain, probabilities), (logged, logarithms):
    print(f"loss {criterion(student, target):.4f}")
# > loss 0.0191
# > loss 0.0191

# A student that equals its teacher: the wrong form, the right form.
for target in probabilities, logarithms:
    print(f"equal {logged(logarithms, target).abs():.4f}")
# > equal 7.1569
# > equal 0.0000

# The first argument is always logarithms. Probabilities make it negative.
print(f"loss {plain(student.exp(), probabilities):.4f}")
# > loss -1.2908

# Notice it: False for the wrong pairs, True for the right ones.
for criterion, target in (logged, probabilities), (logged, logarithms):
    print((target.max().item() <= 0) == criterion.log_target)
# > False
# > True
