"""The argmax needs no softmax; a threshold and an average do."""

import torch

# Three models, two classes, one sample.
logits = torch.tensor([[10.0, 0.0], [0.0, 3.0], [0.5, 2.5]])
probabilities = logits.softmax(dim=1)

for name, scores in (("logits", logits), ("probabilities", probabilities)):
    largest = scores.amax(dim=1)
    print(f"{name}: classes {scores.argmax(dim=1).tolist()}")
    print("  largest score", *(f"{score:.4f}" for score in largest))
    print(f"  above 0.9: {(largest > 0.9).sum()} of {len(scores)}")
    print(f"  class of the average: {scores.mean(dim=0).argmax()}")
# > logits: classes [0, 1, 1]
# >   largest score 10.0000 3.0000 2.5000
# >   above 0.9: 3 of 3
# >   class of the average: 0
# > probabilities: classes [0, 1, 1]
# >   largest score 1.0000 0.9526 0.8808
# >   above 0.9: 2 of 3
# >   class of the average: 1

# A difference of 1e-08 in the logits is lost in the probabilities.
equal = torch.tensor([0.0, 1e-08])
print(f"tie: {equal.argmax()} and {equal.softmax(dim=0).argmax()}")
# > tie: 1 and 0

# Notice it: the check is False for logits, True for probabilities.
for scores in logits, probabilities:
    print(bool((scores.sum(dim=1) - 1).abs().max() < 1 / 100))
# > False
# > True
