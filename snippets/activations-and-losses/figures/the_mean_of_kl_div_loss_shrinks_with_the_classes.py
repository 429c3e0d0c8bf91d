"""With reduction="mean", KLDivLoss shrinks as the classes grow."""

import warnings

import torch
from matplotlib import pyplot as plt
from torch import nn

warnings.simplefilter("ignore")  # the one about "mean"
torch.manual_seed(0)
COUNTS = 3, 10, 30, 100, 300, 1000, 3000, 10000
looks = {
    "mean": {"fmt": "s--", "color": "tab:red"},
    "batchmean": {"fmt": "o-", "color": "tab:green"},
}
found = {name: [] for name in looks}
for classes in COUNTS:
    student, teacher = torch.randn(2, 64, classes)
    log_p, q = student.log_softmax(dim=1), teacher.softmax(dim=1)
    for name, values in found.items():
        values.append(nn.KLDivLoss(reduction=name)(log_p, q).item())
for name, values in found.items():
    print(f"{name}: {values[1]:.3f} with 10, {values[5]:.3f} with 1000")
    plt.plot(COUNTS, values, looks[name]["fmt"], color=looks[name]["color"])
# > mean: 0.090 with 10, 0.001 with 1000
# > batchmean: 0.900 with 10, 0.996 with 1000
plt.text(10000, 0.25, '"batchmean"', color="tab:green", ha="right")
plt.text(150, 0.0003, '"mean"', color="tab:red", ha="right")
plt.xscale("log")
plt.yscale("log")
plt.ylim(3e-5, 5)
plt.xlabel("number of classes")
plt.ylabel("loss")
plt.show()
