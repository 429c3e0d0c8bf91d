"""The floor of a softmax before CrossEntropyLoss rises with the classes."""

import torch
from matplotlib import pyplot as plt
from torch import nn

criterion = nn.CrossEntropyLoss()
classes = [2, 3, 4, 5, 10, 20, 50, 100]
floors = []
for many in classes:
    certain = torch.zeros(1, many)
    certain[0, 0] = 1.0  # a softmax that is sure, and right
    floors.append(criterion(certain, torch.tensor([0])))
for many, floor in zip(classes, floors, strict=True):
    if many in (2, 3, 4, 10):
        print(f"{many:2} classes: floor {floor:.3f}")
# >  2 classes: floor 0.313
# >  3 classes: floor 0.551
# >  4 classes: floor 0.744
# > 10 classes: floor 1.461
guess = [torch.tensor(many).log() for many in classes]

plt.plot(classes, guess, color="tab:gray", linestyle="dotted", marker="s")
plt.text(45, 4.1, "a guess", color="tab:gray", ha="right")
plt.plot(classes, floors, color="tab:red", linestyle="dashed", marker="o")
plt.text(30, 1.9, "softmax twice, at best", color="tab:red")
plt.plot(classes, [0] * len(classes), color="tab:green")
plt.text(30, 0.15, "logits, at best", color="tab:green")
plt.xscale("log")
plt.xticks(classes, classes)
plt.minorticks_off()
plt.xlabel("classes")
plt.ylabel("loss")
plt.show()
