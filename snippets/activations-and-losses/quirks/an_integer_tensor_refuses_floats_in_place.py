"""An integer tensor cannot take the float result of a step in place."""

import torch

cells = torch.tensor([12, 80, 3])  # int64: places in a grid of 80
picture = torch.tensor([0, 255], dtype=torch.uint8)
size, score = torch.tensor(80.0), torch.tensor([0.7])  # floats
place = torch.tensor([1])


def attempt(step):
    try:
        print(step())
    except (RuntimeError, IndexError) as error:
        print(error)


# Wrong: the results are floats, and the tensors hold integers.
target = torch.tensor([0, 0])
attempt(lambda: cells.clamp_(0, size - 1))
# > result type Float can't be cast to the desired output type long int
attempt(lambda: picture.div_(255))
# > result type Float can't be cast to the desired output type Byte
attempt(lambda: target.index_put_((place,), score))  # target[place] =
# > Index put requires the source and destination dtypes match, got Long for the destination and Float for the source.

# Right: an integer bound, a new tensor, and a target of floats.
target = torch.tensor([0.0, 0.0])
attempt(lambda: cells.clamp_(0, int(size) - 1))
# > tensor([12, 79,  3])
attempt(lambda: picture / 255)
# > tensor([0., 1.])
attempt(lambda: target.index_put_((place,), score))
# > tensor([0.0000, 0.7000])

# Notice it: False for the integers, True for floats.
for target in torch.tensor([0, 0]), torch.tensor([0.0, 0.0]):
    print(torch.can_cast(score.dtype, target.dtype))
# > False
# > True
