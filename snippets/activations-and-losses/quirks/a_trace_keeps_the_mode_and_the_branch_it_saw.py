"""A trace repeats what one run did: its dropout, and its branch."""

import warnings

import torch
from torch import nn

warnings.simplefilter("ignore")
warnings.simplefilter("default", torch.jit.TracerWarning)
warnings.showwarning = lambda *found: print(str(found[0]).splitlines()[0])
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 100), nn.Dropout(0.5))
x = torch.tensor([1, -0.5])


def capped(x):
    return x.clamp(max=1) if x.sum() > 1 else x


# Wrong: the model is traced while it trains, the branch by one input.
trace = torch.jit.trace(model, x)
# > Output nr 1. of the traced function does not match the corresponding output of the Python function. Detailed error:
print("zeros:", int((trace.eval()(x) == 0).sum()))
# > zeros: 47
print(torch.jit.trace(capped, x)(3 * x).tolist(), capped(3 * x).tolist())
# > Converting a tensor to a Python boolean might cause the trace to be incorrect. We can't record the data flow of Python values, so this value will be treated as a constant in the future. This means that the trace might not generalize to other inputs!
# > [3.0, -1.5] [1.0, -1.5]


# Right: eval() comes first, and an operation decides.
def capped(x):
    return torch.where(x.sum() > 1, x.clamp(max=1), x)


trace = torch.jit.trace(model.eval(), x)
print("zeros:", int((trace.eval()(x) == 0).sum()))
# > zeros: 0
print(torch.jit.trace(capped, x)(3 * x).tolist(), capped(3 * x).tolist())
# > [1.0, -1.5] [1.0, -1.5]
