"""Once the sigmoid has rounded to 1, BCELoss gives no gradient."""

import torch
from matplotlib import pyplot as plt
from torch import nn

# Between 12 and 17, the last digit of the sigmoid decides: left out.
z = torch.cat([torch.arange(0.0, 13), torch.arange(17.0, 26)])
z.requires_grad_()
target = torch.zeros(22)  # so a high logit is a mistake
fused = nn.BCEWithLogitsLoss(reduction="none")(z, target)
split = nn.BCELoss(reduction="none")(z.sigmoid(), target)
slopes = [torch.autograd.grad(loss.sum(), z)[0] for loss in (fused, split)]
print(f"at 20: {fused[16]:.0f} and {split[16]:.0f}")
# > at 20: 20 and 100
print(f"gradient {slopes[0][16]:.0f} and {slopes[1][16]:.0f}")
# > gradient 1 and 0

figure, (above, below) = plt.subplots(2, sharex=True)
z = z.detach()
above.plot(z, split.detach(), color="tab:red", linestyle="dashed")
above.text(11.5, 70, "Sigmoid, BCELoss", color="tab:red", ha="right")
above.plot(z, fused.detach(), color="tab:green")
above.text(25, 34, "BCEWithLogitsLoss", color="tab:green", ha="right")
below.plot(z, slopes[1], color="tab:red", linestyle="dashed")
below.text(17.8, 0.2, "Sigmoid, BCELoss", color="tab:red")
below.plot(z, slopes[0], color="tab:green")
below.text(3.5, 0.8, "BCEWithLogitsLoss", color="tab:green")
above.set_title("loss")
below.set_title("its gradient by the logit")
below.set_xlabel("logit, where the target is 0")
plt.show()
