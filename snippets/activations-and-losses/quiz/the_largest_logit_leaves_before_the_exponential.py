"""Cross-entropy by hand is finite if the largest logit leaves first."""

import torch
from torch import nn

logits = torch.tensor([1000.0, 998.0, 0.0])
target = torch.tensor(1)

shifted = logits - logits.max()
exponentials = shifted.exp()
total = exponentials.sum()
loss = total.log() - shifted[target]
print("shifted", *(f"{z:.0f}" for z in shifted))
# > shifted 0 -2 -1000
print("exponentials", *(f"{e:.4f}" for e in exponentials))
# > exponentials 1.0000 0.1353 0.0000
print(f"sum {total:.4f}, its logarithm {total.log():.4f}")
# > sum 1.1353, its logarithm 0.1269
print(f"loss {loss:.4f}")
# > loss 2.1269
torch.testing.assert_close(loss, nn.CrossEntropyLoss()(logits, target))

without = logits.exp().sum().log() - logits[target]
print(f"without the shift {without:.4f}")
# > without the shift inf
