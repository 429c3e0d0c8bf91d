"""A module has forward in its class, with self and its inputs."""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()

        def forward(self, x, y):
            return x + y


class Sum(nn.Module):
    def forward(self, x):
        return x


# Wrong: indented under __init__, or with fewer inputs than are passed.
for kind in Net, Sum:
    print("forward" in vars(kind))  # Notice it.
    try:
        kind()(1, 2)
    except (NotImplementedError, TypeError) as error:
        print(error)
# > False
# > Module [Net] is missing the required "forward" function
# > True
# > Sum.forward() takes 2 positional arguments but 3 were given


# Right: in the class, with self and all inputs.
class Net(nn.Module):
    def forward(self, x, y):
        return x + y


print(Net()(1, 2))
# > 3
