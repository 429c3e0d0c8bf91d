"""`eval()` in the validation lasts until train() is called again."""

import torch
from torch import nn

torch.manual_seed(0)
inputs, target, epochs = torch.randn(8, 3) + 5, torch.randn(8, 2), 3


def build():
    return nn.Sequential(nn.BatchNorm1d(3), nn.Dropout(), nn.Linear(3, 2))


def train_one_epoch(model, epoch):
    model.zero_grad()
    nn.MSELoss()(model(inputs), target).backward()
    torch.optim.SGD(model.parameters(), lr=0.01).step()
    # Notice it: False from the second epoch on, or always True.
    print(f"epoch {epoch}: train mode {model.training}", end=", ")
    print(f"batches counted {model[0].num_batches_tracked}")


# Wrong: nothing, as a new model is in train mode.
model = build()
for epoch in range(epochs):
    train_one_epoch(model, epoch)
    model.eval()  # for the validation
# > epoch 0: train mode True, batches counted 1
# > epoch 1: train mode False, batches counted 1
# > epoch 2: train mode False, batches counted 1

# Right: train() at the start of each epoch.
model = build()
for epoch in range(epochs):
    model.train()
    train_one_epoch(model, epoch)
    model.eval()
# > epoch 0: train mode True, batches counted 1
# > epoch 1: train mode True, batches counted 2
# > epoch 2: train mode True, batches counted 3
