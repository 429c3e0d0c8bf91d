"""WeightedRandomSampler takes a weight for each sample, not each class."""

import torch
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.data import WeightedRandomSampler as Sampler

torch.manual_seed(0)
labels = torch.tensor([0] * 90 + [1] * 10)
data = TensorDataset(torch.arange(100), labels)
class_weights = 1 / labels.bincount()


def draw(weights):
    sampler = Sampler(weights, num_samples=100)
    numbers, drawn = next(iter(DataLoader(data, 100, sampler=sampler)))
    print(f"{len(numbers.unique())} samples, class 1: {drawn.sum()} of 100")


# Wrong: a weight for each class, and shuffle beside the sampler.
weights = class_weights
draw(weights)
# > 2 samples, class 1: 0 of 100
try:
    DataLoader(data, sampler=Sampler(weights, 100), shuffle=True)
except ValueError as error:
    print(error)
# > sampler option is mutually exclusive with shuffle

# Right: for each sample the weight of its class.
weights = class_weights[labels]
draw(weights)
# > 50 samples, class 1: 54 of 100

# Notice it: False for weights of the classes, True for those of samples.
for weights in class_weights, class_weights[labels]:
    print(len(weights) == len(data))
# > False
# > True
