"""A loss on predicted classes sends no gradient to the model."""

import torch
from torch import nn

values = [[2.0, 0.6], [0.0, 0.4], [1.0, -3.0]]
logits = torch.tensor(values, requires_grad=True)
target = torch.tensor([1, 1, 0])
decisions = {
    "argmax": lambda z: z.argmax(dim=1).float(),
    "threshold": lambda z: (z.softmax(dim=1)[:, 1] > 0.5).float(),
    "round": lambda z: z.softmax(dim=1)[:, 1].round(),
}

# Wrong: the loss sees decisions.
for name, decide in decisions.items():
    predicted = decide(logits)
    loss = nn.MSELoss()(predicted, target.float())
    try:
        gradient = torch.autograd.grad(loss, logits)[0].abs().sum()
        print(f"{name}: loss {loss:.2f}, gradient {gradient:.2f}")
    except RuntimeError as error:
        print(f"{name}: loss {loss:.2f}, {error}")
# > argmax: loss 0.33, element 0 of tensors does not require grad and does not have a grad_fn
# > threshold: loss 0.33, element 0 of tensors does not require grad and does not have a grad_fn
# > round: loss 0.33, gradient 0.00

# Right: the loss sees logits.
loss = nn.CrossEntropyLoss()(logits, target)
gradient = torch.autograd.grad(loss, logits)[0].abs().sum()
print(f"logits: loss {loss:.2f}, gradient {gradient:.2f}")
# > logits: loss 0.72, gradient 0.81

# Notice it: the check is False after argmax, True for logits.
wrong = nn.MSELoss()(logits.argmax(dim=1).float(), target.float())
for loss in wrong, nn.CrossEntropyLoss()(logits, target):
    print(loss.requires_grad)
# > False
# > True
