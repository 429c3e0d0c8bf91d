"""A Dice loss over three classes stops at 2/3 with the background alone."""

import torch

labels = torch.zeros(32, 32, dtype=torch.long)
labels[4:8, 4:8], labels[20:24, 10:14] = 1, 2  # two small objects
masks = torch.nn.functional.one_hot(labels).movedim(-1, 0).float()


def dice(p, y):
    return 2 * (p * y).sum(dim=(1, 2)) / (p + y).sum(dim=(1, 2))


guess = torch.full((3, 32, 32), 1 / 3)  # of an untrained network
background = torch.zeros(3, 32, 32)
background[0] = 1.0  # everything is called background

# Wrong: the background lifts the mean, though no object is found.
for output in guess, background, masks:
    print(f"loss {1 - dice(output, masks).mean():.2f}")
# > loss 0.81
# > loss 0.67
# > loss 0.00

# Right: the mean of the objects tells it.
for output in guess, background, masks:
    print(f"loss {1 - dice(output, masks)[1:].mean():.2f}")
# > loss 0.97
# > loss 1.00
# > loss 0.00

# What is left over if one of 2, 3, 4 or 5 classes is found:
print([f"{1 - 1 / classes:.2f}" for classes in (2, 3, 4, 5)])
# > ['0.50', '0.67', '0.75', '0.80']

# Notice it: False where a class is not found, True where all are.
for output in background, masks:
    print((dice(output, masks).min() > 0.01).item())
# > False
# > True
