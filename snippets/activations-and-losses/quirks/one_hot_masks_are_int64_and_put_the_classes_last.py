"""F.one_hot takes int64 classes below C, and puts the classes last."""

import torch
import torch.nn.functional as F

p = torch.full((1, 3, 4, 5), 1 / 3)  # probabilities, classes second
mask = torch.tensor([0, 1, 2, 1, 0]).repeat(1, 4, 1)
holes = mask.where(mask != 2, 255)  # 255: not labelled
known = holes != 255
filled = holes.where(known, 0)


def attempt(step):
    try:
        print(tuple(step().shape))
    except RuntimeError as error:
        print(error)


# Wrong: floats, a 255, and the classes in the last dimension.
attempt(lambda: F.one_hot(mask.float(), 3))
# > one_hot is only applicable to index tensor of type LongTensor.
attempt(lambda: F.one_hot(holes, 3))
# > Class values must be smaller than num_classes.
attempt(lambda: p * F.one_hot(mask, 3))
# > The size of tensor a (5) must match the size of tensor b (3) at non-singleton dimension 3

# Right: int64, what is not labelled left out, the classes second.
attempt(lambda: F.one_hot(mask.float().long(), 3))
# > (1, 4, 5, 3)
attempt(lambda: F.one_hot(filled, 3) * known.unsqueeze(-1))
# > (1, 4, 5, 3)
attempt(lambda: p * F.one_hot(mask, 3).permute(0, 3, 1, 2))
# > (1, 3, 4, 5)

# Notice it: False for the classes last, True for the classes second.
for target in F.one_hot(mask, 3), F.one_hot(mask, 3).permute(0, 3, 1, 2):
    print(target.shape == p.shape)
# > False
# > True
