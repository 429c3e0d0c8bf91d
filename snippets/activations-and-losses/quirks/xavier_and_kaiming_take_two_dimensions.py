"""Xavier and Kaiming initialisation take matrices, no bias and no norm."""

from torch import nn

model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 1))


def initialise(chosen):
    done = []
    for name, weight in model.named_parameters():
        if chosen(weight):
            try:
                nn.init.xavier_uniform_(weight)
            except ValueError as error:
                print(f"{name}: {error}")
                return
            done.append(name)
    print("initialised:", *done)


# Wrong: every parameter, so the first bias, too.
initialise(lambda weight: True)
# > 0.bias: Fan in and fan out can not be computed for tensor with fewer than 2 dimensions

# Right: those that have an input and an output side.
initialise(lambda weight: weight.dim() > 1)
# > initialised: 0.weight 2.weight

# Notice it: False for the weight of BatchNorm, True for that of a layer.
for weight in model[1].weight, model[0].weight:
    print(weight.dim() > 1)
# > False
# > True
