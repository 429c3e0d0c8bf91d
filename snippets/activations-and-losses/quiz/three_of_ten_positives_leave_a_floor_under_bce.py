"""With three positives in ten, unexplained, BCE cannot go below 0.6109."""

import torch
from torch import nn

target = torch.tensor([1.0] * 3 + [0.0] * 7)
criterion = nn.BCELoss()


def loss_of(probability):
    return criterion(torch.full((10,), probability), target)


for probability in (0.29, 0.3, 0.31, 0.5):
    print(f"always {probability}: {loss_of(probability):.4f}")
# > always 0.29: 0.6111
# > always 0.3: 0.6109
# > always 0.31: 0.6111
# > always 0.5: 0.6931

guess = torch.full((7,), 0.3)
print(f"always 0.3, on the negatives: {criterion(guess, target[3:]):.4f}")
# > always 0.3, on the negatives: 0.3567
print(f"every label known: {criterion(target, target):.4f}")
# > every label known: 0.0000
