"""CrossEntropyLoss is nan when every label of a batch is ignored."""

import torch
from torch import nn

labels = torch.tensor([-100, -100, -100, -100, 2, 3])  # prompt, answer


def show(max_length):
    target = labels[:max_length]
    logits = torch.zeros(len(target), 10, requires_grad=True)
    loss = nn.CrossEntropyLoss()(logits, target)
    loss.backward()
    print(f"loss {loss:.4f}, gradient {logits.grad.abs().max():.2f}")
    return target


# Wrong: truncated after the prompt, so no answer is left to learn.
wrong = show(max_length=4)
# > loss nan, gradient 0.00

# Right: the answer still fits.
right = show(max_length=6)
# > loss 2.3026, gradient 0.45

# By hand: with the count kept above 0, the loss is 0 and not nan.
each = nn.CrossEntropyLoss(reduction="none")(torch.zeros(4, 10), wrong)
print(each.sum() / (wrong != -100).sum().clamp(min=1))
# > tensor(0.)

# Notice it: False for the labels that are all ignored, then True.
for target in wrong, right:
    print((target != -100).any().item())
# > False
# > True
