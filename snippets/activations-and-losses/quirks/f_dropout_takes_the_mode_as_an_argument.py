"""F.dropout drops in eval mode, too, unless it is told the mode."""

import torch
from torch import nn
from torch.nn import functional as F


class Net(nn.Module):
    def forward(self, x):
        return F.dropout(x)


class Anew(nn.Module):
    def forward(self, x):
        return nn.Dropout()(x)


x = torch.ones(100)
# Wrong: the default, or a new nn.Dropout in each call, is in train mode.
for model in Net(), Anew():
    model.eval()
    # Notice it: False where two passes differ, True where they agree.
    print(torch.equal(model(x), model(x)))
# > False
# > False


# Right: the function is told the mode of its module.
class Net(nn.Module):
    def forward(self, x):
        return F.dropout(x, training=self.training)


model = Net().eval()
print(torch.equal(model(x), model(x)))
# > True
# Or a layer, made once, which follows eval() by itself.
model = nn.Sequential(nn.Dropout()).eval()
print(torch.equal(model(x), model(x)))
# > True
