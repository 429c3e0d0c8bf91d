"""`volatile=True` has no effect any more; `torch.no_grad()` has."""

import warnings

import torch
from torch import nn
from torch.autograd import Variable

warnings.simplefilter("once")
warnings.showwarning = lambda message, *_: print(message)
model, batches = nn.Linear(4, 1), torch.ones(3, 8, 4)


def show(outputs):
    graphs = sum(output.grad_fn is not None for output in outputs)
    # Notice it: the check is False with a graph, True without one.
    output = outputs[0]
    print(f"{graphs} graphs kept,", not output.requires_grad)


# Wrong: as programs for PyTorch 0.3 validate, and eval() alone.
outputs = []
for x in batches:
    x = Variable(x, volatile=True)
    outputs.append(model(x))
# > volatile was removed and now has no effect. Use `with torch.no_grad():` instead.
show(outputs)
# > 3 graphs kept, False
model.eval()
show([model(x) for x in batches])
# > 3 graphs kept, False

# Right: nothing is recorded under no_grad.
outputs = []
with torch.no_grad():
    for x in batches:
        outputs.append(model(x))
show(outputs)
# > 0 graphs kept, True
