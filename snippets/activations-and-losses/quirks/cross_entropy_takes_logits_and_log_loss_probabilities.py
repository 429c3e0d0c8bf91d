"""CrossEntropyLoss takes logits, and log_loss takes probabilities."""

from unittest.mock import patch

import torch
import torch.nn.functional as F

rows = [[0.2, 0.3, 0.5], [0.6, 0.3, 0.1], [0.1, 0.8, 0.1]]
probabilities = torch.tensor(rows, dtype=torch.float64)
logits = probabilities.log() + 2  # the same rows, before a softmax
target = torch.tensor([0, 0, 2])
of_the_label = probabilities[range(3), target]
print(f"formula {-of_the_label.log().mean():.4f}")
# > formula 1.4743

# Wrong: the probabilities go through another softmax.
loss = F.cross_entropy(probabilities, target)
print(f"torch   {loss:.4f}")
# > torch   1.1609

# Right: their logarithm, or the logits.
loss = F.nll_loss(probabilities.log(), target)
print(f"torch   {loss:.4f}")
# > torch   1.4743
loss = F.cross_entropy(logits, target)
print(f"torch   {loss:.4f}")
# > torch   1.4743

# Notice it: False for probabilities, True for logits.
for p in probabilities, logits:
    print(not torch.allclose(p.sum(dim=1), torch.ones_like(p[:, 0])))
# > False
# > True

# scikit-learn computes what the formula says.
with patch.dict("os.environ"):  # the import sets two variables there
    from sklearn.metrics import log_loss
print(f"sklearn {log_loss(target, rows, labels=[0, 1, 2]):.4f}")
# > sklearn 1.4743
