"""One batch with inf leaves nan in the statistics of BatchNorm for good."""

import torch
from torch import nn
from torch.optim.swa_utils import update_bn

good = torch.tensor([[2.0], [4.0]]), torch.tensor([[3.0], [5.0]])
spoilt = torch.tensor([[torch.inf], [4.0]])  # an overflow, a bad picture
loader = [good[0], spoilt, good[1]] * 9


def show(model):
    both = [model.train(on)(good[1])[1].item() for on in (True, False)]
    print(f"in train() {both[0]:.2f}, in eval() {both[1]:.2f}")
    # Notice it: False for statistics with nan, True without.
    print(all(kept.isfinite().all() for kept in model.buffers()))
    return model


# Wrong: every batch goes through the model.
model = nn.BatchNorm1d(1)
for inputs in loader:
    model(inputs)
wrong = show(model)
# > in train() 1.00, in eval() nan
# > False

# Right: a batch that is not finite is left out.
model = nn.BatchNorm1d(1)
for inputs in loader:
    if inputs.isfinite().all():
        model(inputs)
show(model)
# > in train() 1.00, in eval() 1.39
# > True

# The model with nan is repaired: its statistics anew, from good batches.
update_bn(good, wrong)
print(f"eval: {wrong.eval()(good[1])[1].item():.2f}")
# > eval: 1.06
