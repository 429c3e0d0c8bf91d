"""A DataLoader joins tensors and numbers, and not None."""

import torch
from torch.utils.data import DataLoader, Dataset


class Pictures(Dataset):
    def __getitem__(self, index):
        image = torch.tensor(0.5)
        return image, None


def load(dataset):
    # Notice it: False for a sample with a gap, True for a whole one.
    print(all(part is not None for part in dataset[0]))
    try:
        loader = DataLoader(dataset, batch_size=2, sampler=range(2))
        print(*next(iter(loader)))
    except TypeError as error:
        print(error)


# Wrong: test data have no label, so None takes its place.
load(Pictures())
# > False
# > default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class 'NoneType'>


# Right: a number that your loss ignores.
class Pictures(Dataset):
    def __getitem__(self, index):
        image = torch.tensor(0.5)
        return image, -100


load(Pictures())
# > True
# > tensor([0.5000, 0.5000]) tensor([-100, -100])
