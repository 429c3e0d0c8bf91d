"""A DataLoader joins tensors and numbers, and not None."""

from torch.utils.data import DataLoader

image = 0.5  # a number stands for a tensor


def load(sample):
    # Notice it: False for a sample with a gap, True for a whole one.
    print(None not in sample)
    try:
        images, labels = next(iter(DataLoader([sample] * 2, batch_size=2)))
        print(images.tolist(), labels.tolist())
    except TypeError as error:
        print(error)


# Wrong: no label, or no image, as from a file that could not be read.
load((image, None))
# > False
# > default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class 'NoneType'>
load((None, 1))
# > False
# > default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class 'NoneType'>

# Right: a number that your loss ignores.
load((image, -100))
# > True
# > [0.5, 0.5] [-100, -100]
