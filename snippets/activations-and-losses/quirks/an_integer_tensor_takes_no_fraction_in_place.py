"""An integer tensor refuses `/=`, and cuts off what is written into it."""

import torch

pred, target = torch.tensor([0, 1, 2, 2]), torch.tensor([0, 1, 2, 0])
correct, total = (pred == target).sum(), 4


def show(divide):
    try:
        print(f"{divide(correct.clone()).item():.2f}")
    except RuntimeError as error:
        print(error)


def in_place(correct):
    correct /= total
    return correct


# Wrong: the fraction goes back into an int64 tensor.
show(in_place)
# > result type Float can't be cast to the desired output type Long
show(lambda correct: correct.clamp_(0, torch.tensor(2.0) - 1))
# > result type Float can't be cast to the desired output type long int
show(lambda correct: torch.zeros_like(correct).fill_(correct / total))
# > 0.00
show(lambda correct: correct // total)
# > 0.00

# Right: a new tensor, which is float32.
show(lambda correct: correct / total)
# > 0.75

# Notice it: the check is False for the count, True for a float copy.
for tensor in correct, correct.float():
    print(tensor.is_floating_point())
# > False
# > True
