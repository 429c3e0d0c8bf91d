"""Cross-entropy by log-sum-exp of shifted logits is stable and right."""

import torch
from torch import nn


def cross_entropy(logits, target):
    largest = logits.max(dim=1, keepdim=True).values
    shifted = logits - largest  # no exponent above 0: nothing overflows
    log_sum = shifted.exp().sum(dim=1).log()  # and the sum is at least 1
    return (log_sum - shifted[torch.arange(len(target)), target]).mean()


target = torch.tensor([1, 2])
one_hot = nn.functional.one_hot(target, num_classes=3)
for scale in (1.0, 100.0):
    logits = scale * torch.tensor([[2.0, 0.0, -1.0], [0.0, 1.0, 3.0]])
    logits.requires_grad_()
    loss = cross_entropy(logits, target)
    (gradient,) = torch.autograd.grad(loss, logits)

    torch.testing.assert_close(loss, nn.CrossEntropyLoss()(logits, target))
    # Derived by hand: probabilities minus one-hot, over the batch size.
    by_hand = (logits.softmax(dim=1) - one_hot) / len(target)
    torch.testing.assert_close(gradient, by_hand)

    first = " ".join(f"{slope:.4f}" for slope in gradient[0])
    print(f"scale {scale:.0f}: {loss:.4f}, gradient {first}")
# > scale 1: 1.1698, gradient 0.4219 -0.4429 0.0210
# > scale 100: 100.0000, gradient 0.5000 -0.5000 0.0000
