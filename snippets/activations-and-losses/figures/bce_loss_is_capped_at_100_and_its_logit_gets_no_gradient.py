"""Once the sigmoid has rounded to 1, BCELoss gives no gradient."""

import torch
from matplotlib import pyplot as plt
from torch import nn

z = torch.arange(0.0, 26).requires_grad_()  # logits
target = torch.zeros(26)  # so a high logit is a mistake
fused = nn.BCEWithLogitsLoss(reduction="none")(z, target)
split = nn.BCELoss(reduction="none")(z.sigmoid(), target)
slopes = [torch.autograd.grad(loss.sum(), z)[0] for loss in (fused, split)]
print(f"at 20: {fused[20]:.0f} and {split[20]:.0f}")
print(f"gradient {slopes[0][20]:.0f} and {slopes[1][20]:.0f}")

figure, (above, below) = plt.subplots(2, sharex=True)
z = z.detach()
above.plot(z, split.detach(), color="tab:red", linestyle="dashed")
above.text(16, 70, "Sigmoid, BCELoss", color="tab:red", ha="right")
above.plot(z, fused.detach(), color="tab:green")
above.text(5, 15, "BCEWithLogitsLoss", color="tab:green")
below.plot(z, slopes[1], color="tab:red", linestyle="dashed")
below.text(17.5, 0.15, "Sigmoid, BCELoss", color="tab:red")
below.plot(z, slopes[0], color="tab:green")
below.text(3.5, 0.8, "BCEWithLogitsLoss", color="tab:green")
above.set_title("loss")
below.set_title("its gradient by the logit")
below.set_xlabel("logit, where the target is 0")
plt.show()
