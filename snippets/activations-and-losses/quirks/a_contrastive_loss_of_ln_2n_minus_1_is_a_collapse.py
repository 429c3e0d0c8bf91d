"""Too large first steps leave a contrastive loss at ln(2N - 1)."""

import torch
from torch import nn
from torch.nn.functional import cross_entropy, normalize
from torch.optim import SGD, lr_scheduler


def start():
    torch.manual_seed(0)
    encoder = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 16))
    return encoder, SGD(encoder.parameters(), lr=10.0, momentum=0.9)


def train(encoder, optimizer, schedule):
    for _ in range(200):
        views = 1 + torch.randn(64, 16).repeat(2, 1)  # two of each image
        z = normalize(encoder(views + 0.2 * torch.randn(128, 16)), dim=1)
        logits = (z @ z.T / 0.1).fill_diagonal_(-torch.inf)
        loss = cross_entropy(logits, torch.arange(128).roll(64))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    print(f"{loss:.2f}", (z.std(dim=0).norm() > 0.3).item())  # Notice it


# Wrong: the full learning rate from the first step on.
encoder, optimizer = start()
schedule = lr_scheduler.ConstantLR(optimizer, factor=1.0)
train(encoder, optimizer, schedule)
# > 4.84 False

# Right: a warm-up of 100 steps.
encoder, optimizer = start()
schedule = lr_scheduler.LinearLR(optimizer, 0.01, total_iters=100)
train(encoder, optimizer, schedule)
# > 0.24 True
print((torch.tensor([127.0, 49.0]).log() * 0.1 / 0.07).round(decimals=2))
# > tensor([6.9200, 5.5600])
