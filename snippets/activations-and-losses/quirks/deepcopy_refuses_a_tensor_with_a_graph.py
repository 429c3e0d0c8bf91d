"""A deep copy of a model fails where it keeps a tensor with a graph."""

import copy

import torch


class Net(torch.nn.Linear):
    def forward(self, x):
        features = super().forward(x)
        self.features = features  # to look at later


def copy_after_a_pass(net):
    model = net(2, 1)
    model(torch.ones(2))
    # Notice it: False for a result, True for a tensor without a graph.
    print(model.features.is_leaf)
    try:
        print("copied:", copy.deepcopy(model))
    except RuntimeError as error:
        print(str(error).partition(".")[0])


# Wrong: the result itself, which holds its graph.
copy_after_a_pass(Net)
# > False
# > Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment


# Right: its values only.
class Net(torch.nn.Linear):
    def forward(self, x):
        features = super().forward(x)
        self.features = features.detach()


copy_after_a_pass(Net)
# > True
# > copied: Net(in_features=2, out_features=1, bias=True)
