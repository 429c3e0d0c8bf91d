"""CTCLoss is negative, and learns the wrong way, when given raw logits."""

import torch
from torch import nn

frame = torch.tensor([[0.0, 2.0], [0.0, 2.0]])  # says "a"; 0 is the blank
nudge = torch.tensor([[0.0, 0.0], [0.0, 0.01]])  # a little more "a"
logits = torch.stack([frame + nudge, frame]).requires_grad_()
target = torch.tensor([[1], [1]])  # "a", for the sample and the nudged one
frames, letters = torch.tensor([2, 2]), torch.tensor([1, 1])
criterion = nn.CTCLoss(reduction="none")


def show(name, losses):
    loss, nudged = losses
    gradient = torch.autograd.grad(loss, logits)[0][0, 0, 1]
    slope = (nudged - loss) / nudge.sum()
    print(f"{name}: loss {loss:.2f}, slope {slope:.2f}", end=", ")
    print(f"gradient {gradient:.2f}")


# Wrong: logits, or probabilities.
loss = criterion(logits, target, frames, letters)
show("logits", loss)
# > logits: loss -4.24, slope -0.89, gradient 6.50
probabilities = logits.softmax(dim=2)
show("softmax", criterion(probabilities, target, frames, letters))
# > softmax: loss -2.42, slope -0.05, gradient 0.08

# Right: log-probabilities.
log_probs = logits.log_softmax(dim=2)
loss = criterion(log_probs, target, frames, letters)
show("log_softmax", loss)
# > log_softmax: loss 0.01, slope -0.01, gradient -0.01

# Notice it: the check is False for logits, True for log-probabilities.
for log_probs in logits, logits.log_softmax(dim=2):
    print(bool((log_probs.exp().sum(dim=2) - 1).abs().max() < 0.01))
# > False
# > True
