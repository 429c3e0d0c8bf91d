"""An average of the parameters leaves the batch norm statistics behind."""

import copy

import torch
from torch import nn

torch.manual_seed(0)
batches = torch.randn(100, 16, 1) * 2 + 5
model = nn.Sequential(nn.BatchNorm1d(1))


@torch.no_grad()
def update(old, new):
    for kept, tensor in zip(old, new, strict=True):
        kept.lerp_(tensor, 0.1)


def show(average):
    mean = average[0].running_mean.item()
    print(f"mean {mean:.1f} output {average(batches[0]).mean():.1f}")


# Wrong: the parameters only.
average = copy.deepcopy(model).eval()
for batch in batches:
    model.train()(batch)  # and a step of the optimizer
    update(average.parameters(), model.parameters())
show(average)
# > mean 0.0 output 4.8

# Right: the buffers are copied.
for batch in batches:
    model.train()(batch)
    update(average.parameters(), model.parameters())
    for old, new in zip(average.buffers(), model.buffers(), strict=True):
        old.copy_(new)
show(average)
# > mean 5.0 output -0.1
