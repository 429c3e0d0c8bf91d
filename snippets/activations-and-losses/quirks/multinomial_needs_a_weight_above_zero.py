"""`multinomial` needs a weight above 0 in each row."""

import torch

torch.manual_seed(0)
similarity = torch.tensor([[150.0, 1.0, 2.0], [3.0, 4.0, 5.0]])
own = torch.tensor([[True, False, False], [False, True, False]])


def draw(weights):
    print(*(f"{total:.1f}" for total in weights.sum(dim=1)))
    print((weights.sum(dim=1) > 0).all().item())  # Notice it
    try:
        print(tuple(torch.multinomial(weights, 1).shape))
    except RuntimeError as error:
        print(error)


# Wrong: the others had underflowed to 0 before the pair was removed.
draw(similarity.softmax(dim=1).masked_fill(own, 0.0))
# > 0.0 0.8
# > False
# > invalid multinomial distribution (sum of probabilities <= 0)

# Right: remove the pair first, and then take the softmax.
draw(similarity.masked_fill(own, -torch.inf).softmax(dim=1))
# > 1.0 1.0
# > True
# > (2, 1)

# More draws than weights above 0: it returns a class of weight 0.
weights = torch.tensor([0.0, 0.7, 0.0, 0.3])
drawn = torch.multinomial(weights, 3)
print((weights[drawn] == 0).sum().item(), "of", len(drawn))
# > 1 of 3
