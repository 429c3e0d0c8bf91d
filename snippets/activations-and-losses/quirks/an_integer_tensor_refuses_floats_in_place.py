"""An integer tensor cannot take the float result of a step in place."""

import torch

correct, total = torch.tensor(3), 4  # int64, as a count of hits is
cells = torch.tensor([-1, 80, 3])  # int64: places in a grid of 80
size, score = torch.tensor(80.0), torch.tensor([0.7])  # floats
place = torch.tensor([1])


def attempt(step):
    try:
        print(step())
    except (RuntimeError, IndexError) as error:
        print(error)


# Wrong: the results are floats, and the tensors hold integers.
target = torch.zeros(2, dtype=torch.int64)
attempt(lambda: correct.div_(total))  # correct /= total
# > result type Float can't be cast to the desired output type Long
attempt(lambda: cells.clamp_(0, size - 1))
# > result type Float can't be cast to the desired output type long int
attempt(lambda: target.index_put_((place,), score))  # target[place] =
# > Index put requires the source and destination dtypes match, got Long for the destination and Float for the source.

# Right: a new tensor, an integer bound, and a target of floats.
target = torch.zeros(2)
attempt(lambda: correct / total)
# > tensor(0.7500)
attempt(lambda: cells.clamp_(0, int(size) - 1))
# > tensor([ 0, 79,  3])
attempt(lambda: target.index_put_((place,), score))
# > tensor([0.0000, 0.7000])

# Notice it: False for integers, which cut 0.7 off without an error.
for target in torch.zeros(2, dtype=torch.int64), torch.zeros(2):
    print(target.is_floating_point(), target.fill_(0.7))
# > False tensor([0, 0])
# > True tensor([0.7000, 0.7000])
