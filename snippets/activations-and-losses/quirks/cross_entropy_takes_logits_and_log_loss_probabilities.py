"""CrossEntropyLoss takes logits, and log_loss takes probabilities."""

from unittest.mock import patch

import torch
import torch.nn.functional as F

with patch.dict("os.environ"):  # so that the import changes nothing there
    from sklearn.metrics import log_loss

rows = [[0.2, 0.3, 0.5], [0.6, 0.3, 0.1], [0.1, 0.8, 0.1]]
probabilities = torch.tensor(rows, dtype=torch.float64)
logits = probabilities.log() + 2  # the same rows, before a softmax
target = torch.tensor([0, 0, 2])
print(f"sklearn {log_loss(target, rows, labels=[0, 1, 2]):.4f}")
# > sklearn 1.4743

# Wrong: the probabilities go through another softmax.
p = probabilities
print(f"torch   {F.cross_entropy(p, target):.4f}")
# > torch   1.1609

# Right: their logarithm, or the logits.
p = probabilities
print(f"torch   {F.nll_loss(p.log(), target):.4f}")
# > torch   1.4743
print(f"torch   {F.cross_entropy(logits, target):.4f}")
# > torch   1.4743

# Notice it: False for probabilities, True for logits.
for p in probabilities, logits:
    print(not torch.allclose(p.sum(dim=1), torch.ones_like(p[:, 0])))
# > False
# > True
