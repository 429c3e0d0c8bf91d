"""Each unit gets the bias that puts its bend amid the inputs."""

import torch


def revive(model, inputs):
    hidden = model[0]
    with torch.no_grad():
        hidden.bias -= hidden(inputs).mean(dim=0)
    return model
