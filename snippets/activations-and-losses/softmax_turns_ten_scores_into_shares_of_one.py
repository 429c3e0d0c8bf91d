"""Softmax turns ten scores into shares of one, along the axis you name."""

import torch

logits = torch.tensor([[0.0, 1.0, 0.0, 4.0, 0.0, 2.0, 0.0, 0.0, 3.0, 0.0]])
probabilities = torch.softmax(logits, dim=1)

print("digit:      ", probabilities.argmax(dim=1).item())
# > digit:       3
print(f"its share:   {probabilities.max():.3f}")
# > its share:   0.601
print(f"the sum:     {probabilities.sum():.4f}")
# > the sum:     1.0000

# Only differences count: adding 1000 to every score changes nothing,
# although exp(1000) is infinite in float32.
shifted = torch.softmax(logits + 1000, dim=1)
torch.testing.assert_close(shifted, probabilities)
assert torch.tensor(1000.0).exp().isinf()

# Wrong: over the batch axis every class of a single sample gets all of it.
print("over dim=0:  ", set(torch.softmax(logits, dim=0).flatten().tolist()))
# > over dim=0:   {1.0}
