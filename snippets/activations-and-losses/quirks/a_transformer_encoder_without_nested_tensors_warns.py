"""A TransformerEncoder warns where it cannot use nested tensors."""

import warnings
from functools import partial

import torch
from torch import nn


def show(make):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        made = make()
    said = [str(each.message).partition(". ")[0] for each in caught]
    print(*said or ["no warning"], sep="\n")
    return made


# Wrong: the default asks for what a layer with norm_first has not.
layer = nn.TransformerEncoderLayer(8, 2, batch_first=True, norm_first=True)
show(lambda: nn.TransformerEncoder(layer, 1))
# > enable_nested_tensor is True, but self.use_nested_tensor is False because encoder_layer.norm_first was True

# Right: nested tensors are not asked for.
show(lambda: nn.TransformerEncoder(layer, 1, enable_nested_tensor=False))
# > no warning

# Where they are used, in eval() without gradients, the padding is 0.
torch.manual_seed(0)
batch, padding = torch.rand(1, 2, 8), torch.tensor([[False, True]])
layer = nn.TransformerEncoderLayer(8, 2, batch_first=True)
for nested in True, False:
    model = nn.TransformerEncoder(layer, 1, enable_nested_tensor=nested)
    model.eval().requires_grad_(False)
    outputs = show(partial(model, batch, src_key_padding_mask=padding))
    print("word {:.2f}, padding {:.2f}".format(*outputs[0, :, 0].tolist()))
# > The PyTorch API of nested tensors is in prototype stage and will change in the near future
# > word 0.28, padding 0.00
# > no warning
# > word 0.28, padding 0.85
