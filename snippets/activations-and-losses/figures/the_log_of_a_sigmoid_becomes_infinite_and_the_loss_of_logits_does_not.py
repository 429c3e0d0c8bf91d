"""The log of a sigmoid becomes infinite; the loss of logits does not."""

import torch
from matplotlib import pyplot as plt
from torch import nn

logit = torch.arange(-150, 150.5, 0.5)  # float32
target = torch.ones_like(logit)
plain = -logit.sigmoid().log()
of_probability = nn.BCELoss(reduction="none")(logit.sigmoid(), target)
of_logits = nn.BCEWithLogitsLoss(reduction="none")(logit, target)
print(f"{plain.isinf().sum()} of {len(plain)} are infinite")
# > 123 of 601 are infinite

finite = plain.isfinite()
plt.plot(logit, of_logits, color="tab:green")
plt.text(-84, 112, "BCEWithLogitsLoss", color="tab:green")
plt.plot(logit, of_probability, color="tab:orange", linestyle="dotted")
plt.text(-148, 84, "BCELoss", color="tab:orange")
plt.plot(logit[finite], plain[finite], color="tab:red", linestyle="dashed")
plt.text(-60, 70, "-log(sigmoid(z)), up to here", color="tab:red")
plt.xlabel("logit z, where the target is 1")
plt.ylabel("loss, in float32")
plt.show()
