"""`view` refuses a transposed tensor, and `reshape` copies it."""

import torch
from torch.nn.functional import cross_entropy

torch.manual_seed(0)
logits, labels = torch.randn(8, 3), torch.randint(3, (8,))
ranked = logits.topk(2, dim=1).indices.t()  # best first: shape (2, 8)
hits = ranked == labels
print("top-1 hits:", hits[:1].view(-1).sum().item())  # one row
# > top-1 hits: 4

# Wrong: the rows of a transposed tensor do not lie side by side.
try:
    print("top-2 hits:", hits[:2].view(-1).sum().item())
except RuntimeError as error:
    print(error)
# > view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.

# Right: reshape copies where it has to.
print("top-2 hits:", hits[:2].reshape(-1).sum().item())
# > top-2 hits: 5

# Logits of an image: the classes go last first, and then comes reshape.
scores, mask = torch.randn(2, 3, 4, 4), torch.randint(3, (2, 4, 4))
expected = cross_entropy(scores, mask)
rows = scores.permute(0, 2, 3, 1).reshape(-1, 3)
print(torch.isclose(cross_entropy(rows, mask.reshape(-1)), expected))
# > tensor(True)

# Without permute it runs, too, and mixes pixels and classes.
rows = scores.reshape(-1, 3)
print(torch.isclose(cross_entropy(rows, mask.reshape(-1)), expected))
# > tensor(False)

# Notice it: False for the transposed tensor, True for its copy.
for x in hits, hits.contiguous():
    print(x.is_contiguous())
# > False
# > True
