"""Xavier and Kaiming initialisation take matrices, no bias and no norm."""

from torch import nn

model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 1))

# Wrong: every parameter, so the first bias, too.
weights = model.parameters()
try:
    for weight in weights:
        nn.init.xavier_uniform_(weight)
except ValueError as error:
    print(error)
# > Fan in and fan out can not be computed for tensor with fewer than 2 dimensions

# Right: those that have an input and an output side.
weights = model.parameters()
weights = [w for w in weights if w.dim() > 1]
for weight in weights:
    nn.init.xavier_uniform_(weight)
print("initialised:", *[tuple(weight.shape) for weight in weights])
# > initialised: (8, 4) (1, 8)

# Notice it: False for the weight of BatchNorm, True for that of a layer.
for weight in model[1].weight, model[0].weight:
    print(weight.dim() > 1)
# > False
# > True
