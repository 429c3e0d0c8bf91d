"""CTCLoss is inf, and its gradient nan, when a text has too few frames."""

import torch
from torch import nn

target = torch.tensor([[1, 2], [1, 1]])  # "ab" fits in two frames, "aa" not
lengths = torch.tensor([2, 2])  # of the texts, and of their frames


def step(**options):
    bias = torch.zeros(3, requires_grad=True)  # all texts share it
    log_probs = bias.expand(2, 2, 3).log_softmax(dim=2)
    criterion = nn.CTCLoss(reduction="none", **options)
    losses = criterion(log_probs, target, lengths, lengths)
    losses.sum().backward()
    print(f'loss of "ab" {losses[0]:.4f}, of "aa" {losses[1]:.4f}')
    print(f"gradient for the blank {bias.grad[0]:.4f}")
    return losses


# Wrong: one text that cannot be aligned.
wrong = step()
# > loss of "ab" 2.1972, of "aa" inf
# > gradient for the blank nan

# Right: that text counts as nothing.
right = step(zero_infinity=True)
# > loss of "ab" 2.1972, of "aa" 0.0000
# > gradient for the blank 0.6667

# Better: a text needs its length, and one frame more between twins.
twins = (target[:, 1:] == target[:, :-1]).sum(dim=1)
print(f"frames needed: {(lengths + twins).tolist()}")
# > frames needed: [2, 3]

# Notice it: the check is False at first, True with zero_infinity.
for losses in wrong, right:
    print(bool(losses.isfinite().all()))
# > False
# > True
