"""A softmax over no and yes is a sigmoid of the gap between them."""

import torch

logits = torch.tensor([[1.0, 4.0]])  # no, yes
probabilities = logits.softmax(dim=1)
print(f"yes {probabilities[0, 1].item():.2f}")
# > yes 0.95

gap = logits[:, 1] - logits[:, 0]
torch.testing.assert_close(probabilities[:, 1], gap.sigmoid())
