"""BatchNorm's running statistics lag behind the weights and the data."""

import torch
from torch import nn
from torch.optim.swa_utils import update_bn

torch.manual_seed(0)
inputs = torch.randn(256, 2) + 100
target = (inputs[:, 1] > 100).long()
loader = [inputs]  # of the training, here one batch
norm = nn.BatchNorm1d(2)
model = nn.Sequential(norm, nn.Linear(2, 2))
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
for _ in range(5):
    loss = nn.functional.cross_entropy(model(inputs), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def show(running_mean):
    answers = model(inputs).argmax(dim=1)
    loss = nn.functional.cross_entropy(model(inputs), target)
    print(f"class 1: {answers.float().mean():.1f}, loss {loss:.2f}")
    # Notice it: False for the old statistics, True for the new.
    print(torch.allclose(running_mean, inputs.mean(dim=0), atol=0.1))


# Wrong: statistics from a few steps.
model.eval()
show(norm.running_mean)
# > class 1: 1.0, loss 63.61
# > False

# Right: statistics of all training data.
update_bn(loader, model)
model.eval()
show(norm.running_mean)
# > class 1: 0.5, loss 0.25
# > True
