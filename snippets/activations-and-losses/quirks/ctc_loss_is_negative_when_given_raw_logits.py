"""CTCLoss is negative, and learns the wrong way, when given raw logits."""

import torch
from torch import nn

logits = torch.tensor([[[0.0, 2.0]], [[0.0, 2.0]]], requires_grad=True)
nudge = torch.tensor([[[0.0, 0.01]], [[0.0, 0.0]]])  # a little more "a"
target = torch.tensor([[1]])  # two frames that say "a", class 1; 0 is blank
frames, letters = torch.tensor([2]), torch.tensor([1])
criterion = nn.CTCLoss()


def show(name, prepare):
    loss = criterion(prepare(logits), target, frames, letters)
    nudged = criterion(prepare(logits + nudge), target, frames, letters)
    [gradient] = torch.autograd.grad(loss, logits)
    slope = (nudged - loss) / nudge.sum()
    print(f"{name}: loss {loss:.2f}, slope {slope:.2f}", end=", ")
    print(f"gradient {gradient[0, 0, 1]:.2f}")


# Wrong: logits, or probabilities.
show("logits", lambda logits: logits)
# > logits: loss -4.24, slope -0.89, gradient 6.50
show("softmax", lambda logits: logits.softmax(dim=2))
# > softmax: loss -2.42, slope -0.05, gradient 0.08

# Right: log-probabilities.
show("log_softmax", lambda logits: logits.log_softmax(dim=2))
# > log_softmax: loss 0.01, slope -0.01, gradient -0.01

# Notice it: the check is False for logits, True for log-probabilities.
for log_probs in logits, logits.log_softmax(dim=2):
    print(bool((log_probs.exp().sum(dim=2) - 1).abs().max() < 0.01))
# > False
# > True
