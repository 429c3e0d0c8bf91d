"""An ignore_index leaves out labels, and the class keeps its logit."""

import torch
from torch.nn import functional as F

x = torch.tensor([[1.0, 2, 0], [0.5, 0, 1], [0, 1, 0]], requires_grad=True)
labels = torch.tensor([1, 2, 0])  # class 0 is not to count
raised = x + torch.tensor([4.0, 0.0, 0.0])
losses = []

# Wrong: the label is left out, the class is not.
for logits in x, raised:
    loss = F.cross_entropy(logits, labels, ignore_index=0)
    losses.append(loss)
    print(f"{loss:.4f}")
# > 0.5439
# > 3.2977

# Right: the class has no logit.
for logits in x, raised:
    loss = F.cross_entropy(logits[:, 1:], labels - 1, ignore_index=-1)
    losses.append(loss)
    print(f"{loss:.4f}")
# > 0.2201
# > 0.2201

# With the logit in the loss, training pushes it down.
slopes = torch.autograd.grad(losses[0], x)[0]
print(f"gradient of logit 0: {slopes[0, 0]:.4f}")
# > gradient of logit 0: 0.1224

# Notice it: the check is False for the wrong loss, then True.
for before, after in losses[:2], losses[2:]:
    print(torch.allclose(before, after))
# > False
# > True
