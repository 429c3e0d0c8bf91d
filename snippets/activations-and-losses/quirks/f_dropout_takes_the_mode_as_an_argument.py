"""F.dropout drops in eval mode, too, unless it is told the mode."""

import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(0)
x = torch.ones(100)


def evaluate(forward):
    model = nn.Module()
    model.forward = lambda x: forward(model, x)
    model.eval()
    print("values left:", "some" if (model(x) == 0).any() else "all")
    # Notice it: False where two passes differ, True where they agree.
    print(torch.equal(model(x), model(x)))


# Wrong: the default, or a new nn.Dropout in each call, is in train mode.
evaluate(lambda self, x: F.dropout(x))
# > values left: some
# > False
evaluate(lambda self, x: nn.Dropout()(x))
# > values left: some
# > False

# Right: the function is told the mode of its module.
evaluate(lambda self, x: F.dropout(x, training=self.training))
# > values left: all
# > True
