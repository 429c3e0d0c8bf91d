"""Softmax twice has a floor, and little gradient where it is wrong."""

import torch
from matplotlib import pyplot as plt
from torch import nn

criterion = nn.CrossEntropyLoss(reduction="none")
logit = torch.linspace(-6, 12, 181).double().requires_grad_()
others = torch.zeros(181, 9).double()
logits = torch.cat([logit[:, None], others], dim=1)
target = torch.zeros(181, dtype=torch.long)  # class 0 is right
losses = {
    "softmax once": criterion(logits, target),
    "softmax twice": criterion(logits.softmax(dim=1), target),
}
print(f"the floor of ten classes: {losses['softmax twice'][-1]:.3f}")
# > the floor of ten classes: 1.461

looks = {
    "softmax once": {"color": "tab:green"},
    "softmax twice": {"color": "tab:red", "linestyle": "dashed"},
}
figure, (above, below) = plt.subplots(2, sharex=True)
for name, loss in losses.items():
    (gradient,) = torch.autograd.grad(loss.sum(), logit, retain_graph=True)
    above.plot(logit.detach(), loss.detach(), **looks[name])
    below.plot(logit.detach(), gradient.abs(), **looks[name])
above.text(-3.2, 6, "softmax once", color="tab:green")
above.text(5, 2, "softmax twice", color="tab:red")
below.text(6, 0.05, "softmax once", color="tab:green")
below.text(-2.5, 8e-4, "softmax twice", color="tab:red")
above.set_title("loss, with ten classes")
below.set_title("size of its gradient")
below.set_yscale("log")
below.set_xticks(range(-6, 13, 3))
below.set_xlabel("logit of the right class, where all others are 0")
plt.show()
