"""CrossEntropyLoss is nan when every label of a batch is ignored."""

import torch
from torch import nn

torch.manual_seed(0)
labels = torch.tensor([-100, -100, -100, -100, 2, 3])  # prompt, answer


def show(max_length):
    target = labels[:max_length]
    logits = torch.randn(len(target), 10, requires_grad=True)
    loss = nn.CrossEntropyLoss()(logits, target)
    loss.backward()
    print(f"loss {loss:.4f}, gradient {logits.grad.abs().max():.2f}")
    return logits, target


# Wrong: truncated after the prompt, so no answer is left to learn.
wrong = show(max_length=4)
# > loss nan, gradient 0.00

# Right: the answer still fits.
right = show(max_length=6)
# > loss 1.8456, gradient 0.42

# By hand: with the count kept above 0, the loss is 0 and not nan.
for logits, target in wrong, right:
    each = nn.CrossEntropyLoss(reduction="none")(logits, target)
    print(f"{each.sum() / (target != -100).sum().clamp(min=1):.4f}")
# > 0.0000
# > 1.8456

# Notice it: False for the labels that are all ignored, then True.
for _, target in wrong, right:
    print((target != -100).any().item())
# > False
# > True
