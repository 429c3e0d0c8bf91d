"""A softmax over no and yes is a sigmoid of the gap between them."""

import torch

logits = torch.tensor([[1.0, 4.0]])  # no, yes
probabilities = logits.softmax(dim=1)
print(f"yes {probabilities[0, 1].item():.2f}")
# > yes 0.95

# Options:
gap = logits[0, 1] - logits[0, 0]
torch.testing.assert_close(probabilities[0, 1], gap.sigmoid())
print(f"sigmoid of the gap {gap:.0f}: yes {gap.sigmoid():.2f}")
# > sigmoid of the gap 3: yes 0.95
print(f"share of the logits: yes {logits[0, 1] / logits.sum():.2f}")
# > share of the logits: yes 0.80
print(f"sigmoid of 4 alone: yes {logits[0, 1].sigmoid():.2f}")
# > sigmoid of 4 alone: yes 0.98
print(f"class 0: no {probabilities[0, 0]:.2f}")
# > class 0: no 0.05
