"""A model that starts with an in-place ReLU writes into your data."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

data = torch.tensor([[-1.0, 2.0], [-3.0, 4.0]])


def show(model):
    # Notice it: False for the in-place layer, True for the other.
    before, batch = data.clone(), data.clone()
    model(batch[:1])  # a slice shares the memory of the whole
    print(torch.equal(batch, before), batch.tolist())
    image = data.clone().requires_grad_()
    try:
        model(image).sum().backward()
        print("gradient", image.grad.tolist())
    except RuntimeError as error:
        print(error)


# Wrong: the first layer works in place.
show(nn.ReLU(inplace=True))
# > False [[0.0, 2.0], [-3.0, 4.0]]
# > a leaf Variable that requires grad is being used in an in-place operation.

# Right: the first layer makes a new tensor.
show(nn.ReLU())
# > True [[-1.0, 2.0], [-3.0, 4.0]]
# > gradient [[0.0, 1.0], [0.0, 1.0]]

# A DataLoader copies the samples into its batch.
for (batch,) in DataLoader(TensorDataset(data), batch_size=2):
    nn.ReLU(inplace=True)(batch)
    print("batch", batch.tolist(), "data", data.tolist())
# > batch [[0.0, 2.0], [0.0, 4.0]] data [[-1.0, 2.0], [-3.0, 4.0]]
