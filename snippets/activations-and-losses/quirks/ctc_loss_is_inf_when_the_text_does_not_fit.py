"""CTCLoss is inf, and its gradient nan, when a text has too few frames."""

import torch
from torch import nn

target = torch.tensor([[1, 2], [1, 1]])  # "ab" fits in two frames, "aa" not
lengths = torch.tensor([2, 2])  # of the texts, and of their frames
inputs = torch.ones(2, 2, 1)  # two frames, two texts, one feature


def step(**options):
    model = nn.Linear(1, 3)
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    log_probs = model(inputs).log_softmax(dim=2)
    criterion = nn.CTCLoss(reduction="none", **options)
    losses = criterion(log_probs, target, lengths, lengths)
    losses.sum().backward()
    print(f'loss of "ab" {losses[0]:.4f}, of "aa" {losses[1]:.4f}')
    print(f"gradient for the blank {model.bias.grad[0]:.4f}")


# Wrong: one text that cannot be aligned.
step()
# > loss of "ab" 2.1972, of "aa" inf
# > gradient for the blank nan

# Right: that text counts as nothing.
step(zero_infinity=True)
# > loss of "ab" 2.1972, of "aa" 0.0000
# > gradient for the blank 0.6667

# Better: a text needs its length, and one frame more between twins.
twins = (target[:, 1:] == target[:, :-1]).sum(dim=1)
print(f"frames needed: {(lengths + twins).tolist()}")
# > frames needed: [2, 3]
