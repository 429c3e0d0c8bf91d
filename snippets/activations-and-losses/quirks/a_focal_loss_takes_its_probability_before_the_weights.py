"""A focal loss takes its probability before the class weights."""

import torch
from torch.nn.functional import cross_entropy

logits = torch.tensor([[2.0, 0.0, -1.0], [0.0, 1.0, 3.0]])
labels, weight = torch.tensor([0, 2]), torch.tensor([1.0, 1.0, 5.0])


def show(pt, loss):
    print(f"pt {pt[0]:.2f} {pt[1]:.2f}, loss {loss[0]:.4f} {loss[1]:.4f}")
    return pt


# Wrong: the weights are in ce, and with them in pt.
ce = cross_entropy(logits, labels, weight, reduction="none")
pt = torch.exp(-ce)
loss = (1 - pt) ** 2 * ce
wrong = show(pt, loss)
# > pt 0.84 0.43, loss 0.0041 0.2781

# Right: ce is bare, and the weight of each label comes after.
ce = cross_entropy(logits, labels, reduction="none")
pt = torch.exp(-ce)
loss = weight[labels] * (1 - pt) ** 2 * ce
right = show(pt, loss)
# > pt 0.84 0.84, loss 0.0041 0.0207

# Notice it: the check is False with weights inside, True without.
p = logits.softmax(dim=1).gather(1, labels[:, None])
for pt in wrong, right:
    print(torch.allclose(pt, p[:, 0]))
# > False
# > True
