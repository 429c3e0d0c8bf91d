"""A loss on a saturated softmax is large, and its gradient is zero."""

import torch
import torch.nn.functional as F

labels, one_hot = torch.tensor([2]), torch.tensor([[0.0, 0.0, 1.0]])
logits = torch.tensor([[120.0, 0.0, 0.0]], requires_grad=True)  # wrong


def show(loss):
    logits.grad = None
    loss.backward()
    slopes = ", ".join(f"{abs(slope):.2f}" for slope in logits.grad[0])
    print(f"loss {loss:.4f}, gradient {slopes}")
    print((logits.grad != 0).any().item())  # Notice it


# Wrong: a loss on the probabilities.
probabilities = logits.softmax(dim=1)
loss = F.mse_loss(probabilities, one_hot)
show(loss)
# > loss 0.6667, gradient 0.00, 0.00, 0.00
# > False

# Right: a loss on the logarithms of the probabilities.
log_probabilities = logits.log_softmax(dim=1)
loss = F.nll_loss(log_probabilities, labels)
show(loss)
# > loss 120.0000, gradient 1.00, 0.00, 1.00
# > True

# How the gradient of the first falls with the lead of the wrong class.
for lead in (2.0, 5.0, 10.0, 20.0):
    logits = torch.tensor([[lead, 0.0, 0.0]], requires_grad=True)
    F.mse_loss(logits.softmax(dim=1), one_hot).backward()
    print(f"lead {lead:.0f}: gradient {logits.grad[0, 2]:.0e}")
# > lead 2: gradient -1e-01
# > lead 5: gradient -9e-03
# > lead 10: gradient -6e-05
# > lead 20: gradient -3e-09
