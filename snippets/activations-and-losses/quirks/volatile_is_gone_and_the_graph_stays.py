"""`volatile=True` has no effect any more; `torch.no_grad()` has."""

import warnings

import torch
from torch import nn
from torch.autograd import Variable

model, batches = nn.Linear(4, 1), torch.ones(3, 8, 4)


def validate(run):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        outputs = [run(batch) for batch in batches]
    for text in {str(warning.message) for warning in caught}:
        print(text)
    print(sum(out.grad_fn is not None for out in outputs), "graphs kept")


# Wrong: as programs for PyTorch 0.3 validate, and eval() alone.
validate(lambda batch: model(Variable(batch, volatile=True)))
# > volatile was removed and now has no effect. Use `with torch.no_grad():` instead.
# > 3 graphs kept
validate(lambda batch: model.eval()(batch))
# > 3 graphs kept

# Right: nothing is recorded under no_grad.
with torch.no_grad():
    validate(lambda batch: model(batch))
# > 0 graphs kept

# Notice it: the check is False with a graph, True without one.
for recorded in True, False:
    with torch.set_grad_enabled(recorded):
        output = model(batches[0])
    print(not output.requires_grad)
# > False
# > True
