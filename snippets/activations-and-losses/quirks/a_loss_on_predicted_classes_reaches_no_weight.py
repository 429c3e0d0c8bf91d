"""A loss on predicted classes sends no gradient to the model."""

import torch
from torch import nn

logits = torch.tensor([[2, 0.6], [0, 0.4], [1, -3]], requires_grad=True)
target = torch.tensor([1, 1, 0])
decisions = {
    "round": lambda z: z.softmax(dim=1)[:, 1].round(),
    "threshold": lambda z: z.softmax(dim=1)[:, 1] > 0.5,
    "argmax": lambda z: z.argmax(dim=1),
}

# Wrong: the loss sees decisions.
for name, decide in decisions.items():
    predicted = decide(logits).float()
    wrong = nn.MSELoss()(predicted, target.float())
    print(f"{name} {predicted.tolist()}: loss {wrong:.2f}")
    try:
        (slope,) = torch.autograd.grad(wrong, logits)
        print(f"gradient {slope.norm():.2f}")
    except RuntimeError as error:
        print(error)
# > round [0.0, 1.0, 0.0]: loss 0.33
# > gradient 0.00
# > threshold [0.0, 1.0, 0.0]: loss 0.33
# > element 0 of tensors does not require grad and does not have a grad_fn
# > argmax [0.0, 1.0, 0.0]: loss 0.33
# > element 0 of tensors does not require grad and does not have a grad_fn

# Right: the loss sees logits.
right = nn.CrossEntropyLoss()(logits, target)
print(f"gradient {torch.autograd.grad(right, logits)[0].norm():.2f}")
# > gradient 0.42

# Notice it: the check is False after argmax, True for logits.
for loss in wrong, right:
    print(loss.requires_grad)
# > False
# > True
