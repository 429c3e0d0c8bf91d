"""`eval()` in the validation lasts until train() is called again."""

import torch
from torch import nn

torch.manual_seed(0)
inputs, target = torch.randn(8, 3) + 5, torch.randn(8, 2)


def fit(begin):
    model = nn.Sequential(nn.BatchNorm1d(3), nn.Dropout(), nn.Linear(3, 2))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    for _ in range(3):
        begin(model)
        # Notice it: False from the second epoch on, or always True.
        print(model.training, end=" ")
        optimizer.zero_grad()
        nn.MSELoss()(model(inputs), target).backward()
        optimizer.step()
        model.eval()  # for the validation
    print(f"batches counted by BatchNorm: {model[0].num_batches_tracked}")


# Wrong: nothing, as a new model is in train mode.
fit(lambda model: model)
# > True False False batches counted by BatchNorm: 1

# Right: train() at the start of each epoch.
fit(lambda model: model.train())
# > True True True batches counted by BatchNorm: 3
