"""Anomaly mode names the operation whose backward step returned nan."""

import warnings

import torch
from torch import nn

warnings.simplefilter("ignore")  # anomaly mode warns that it is slow
logits = torch.tensor([[200.0, 0.0]], requires_grad=True)


def train(log_probabilities):
    loss = nn.NLLLoss()(log_probabilities(logits), torch.tensor([0]))
    print(f"loss {loss:.2f}")
    with torch.autograd.detect_anomaly():
        loss.backward()
    print("gradient", logits.grad.tolist())


# Wrong: the logarithm of a probability that underflowed to 0.
try:
    train(lambda z: z.softmax(dim=1).log())
except RuntimeError as error:
    print(error)
# > loss 0.00
# > Function 'LogBackward0' returned nan values in its 0th output.

# Right: the logarithm without the probability.
train(lambda z: z.log_softmax(dim=1))
# > loss 0.00
# > gradient [[0.0, 0.0]]

# A GradScaler expects such steps: it skips them and halves its scale.
weight = nn.Parameter(torch.tensor(1.0))
scaler = torch.amp.GradScaler("cpu")
scaler.scale(4 * weight.half()).backward()  # overflows float16
scaler.step(torch.optim.SGD([weight], lr=0.1))
scaler.update()
print(weight.grad.item(), weight.item(), scaler.get_scale())
# > inf 1.0 32768.0
