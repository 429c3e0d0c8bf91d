"""Weight decay pulls the slope of a PReLU towards 0, so to a plain ReLU."""

import torch
from torch import nn

inputs = torch.tensor([[-0.1], [-0.1], [1.0], [2.0]])  # little below 0
target = nn.LeakyReLU(0.25)(inputs)  # what the model should learn


def train(groups):
    for kind in torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW:
        model = nn.Sequential(nn.Linear(1, 1, bias=False), nn.PReLU())
        nn.init.eye_(model[0].weight)
        optimizer = kind(groups(model), lr=0.5, weight_decay=0.1)
        for _ in range(100):
            optimizer.zero_grad()
            nn.MSELoss()(model(inputs), target).backward()
            optimizer.step()
        print(f"{kind.__name__}: slope {model[1].weight.item():.2f}")


def slopes_apart(model):
    slopes = [m.weight for m in model.modules() if isinstance(m, nn.PReLU)]
    rest = list({*model.parameters()} - {*slopes})
    return [{"params": rest}, {"params": slopes, "weight_decay": 0.0}]


# Wrong: weight decay for all parameters.
train(lambda model: model.parameters())
# > SGD: slope 0.02
# > Adam: slope 0.02
# > AdamW: slope 0.25

# Right: no weight decay for the slopes.
train(lambda model: slopes_apart(model))
# > SGD: slope 0.25
# > Adam: slope 0.25
# > AdamW: slope 0.25
