"""A module has forward in its class, with self and its inputs."""

from torch import nn


class Inside(nn.Module):
    def __init__(self):
        super().__init__()

        def forward(self, x):  # indented too far
            return x


class Net(nn.Module):
    def forward(self, x):
        return x


def call(kind, *inputs):
    # Notice it: False if the class has no forward of its own, else True.
    print("forward" in vars(kind))
    try:
        print(kind()(*inputs))
    except (NotImplementedError, TypeError) as error:
        print(error)


# Wrong: a forward inside __init__, or more inputs than it takes.
call(Inside, 1)
# > False
# > Module [Inside] is missing the required "forward" function
call(Net, 1, 2)
# > True
# > Net.forward() takes 2 positional arguments but 3 were given

# Right: one in the class, with as many inputs.
call(Net, 1)
# > True
# > 1
