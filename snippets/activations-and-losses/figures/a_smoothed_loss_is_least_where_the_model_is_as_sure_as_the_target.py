"""A smoothed loss is least where the model is as sure as the target."""

import torch
from matplotlib import pyplot as plt
from torch.nn import functional as F

logit = torch.linspace(-2, 12, 141).double().requires_grad_()
logits = F.pad(logit[:, None], (0, 9))  # ten classes, the others at 0
target = torch.zeros(141, dtype=torch.long)  # class 0 is right
probability = logits.softmax(dim=1)[:, 0]

looks = {0.1: ("tab:blue", "solid"), 0.0: ("tab:gray", "dashed")}
_, (above, below) = plt.subplots(2, sharex=True)
for smoothing, (color, dashes) in looks.items():
    loss = F.cross_entropy(
        logits, target, label_smoothing=smoothing, reduction="none"
    )
    (gradient,) = torch.autograd.grad(loss.sum(), logit, retain_graph=True)
    above.plot(logit.detach(), loss.detach(), color=color, linestyle=dashes)
    below.plot(logit.detach(), gradient, color=color, linestyle=dashes)
    least = loss.argmin()
    print(f"smoothing {smoothing}: least at a logit of {logit[least]:.1f},")
    print(f"  where the right class has {probability[least]:.2f}")
# > smoothing 0.1: least at a logit of 4.5,
# >   where the right class has 0.91
# > smoothing 0.0: least at a logit of 12.0,
# >   where the right class has 1.00
above.text(6, 1.6, "smoothing 0.1", color="tab:blue", ha="right")
above.text(1.5, 0.4, "no smoothing", color="tab:gray", ha="right")
below.text(1.6, -0.2, "smoothing 0.1", color="tab:blue", ha="right")
below.text(4, -0.5, "no smoothing", color="tab:gray")
above.set_title("loss")
below.set_title("its gradient: 0 where the loss is least")
below.set_xlabel("logit of the right class, where all others are 0")
plt.show()
