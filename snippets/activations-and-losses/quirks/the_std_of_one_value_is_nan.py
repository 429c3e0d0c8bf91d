"""`std()` divides by n - 1, so the std of a single value is nan."""

import warnings

import torch

torch.manual_seed(0)
states, advantages = torch.randn(3, 4), torch.randn(3)


def train(spread):
    policy = torch.nn.Linear(4, 1)
    for x, a in zip(states.split(2), advantages.split(2), strict=True):
        weight = (a - a.mean()) / (spread(a) + 1e-8)
        (-(weight * policy(x).squeeze(1)).mean()).backward()
    print(f"last batch {len(a)}, nan: {policy.weight.grad.isnan().any()}")


# Wrong: the last batch has one value, and 0 / 0 is nan.
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    train(lambda a: a.std())
# > last batch 1, nan: True
print(*(str(warning.message).split(". ")[0] for warning in caught))
# > std(): degrees of freedom is <= 0

# Right: divide by n, which gives 0 for one value.
train(lambda a: a.std(correction=0))
# > last batch 1, nan: False

# A correlation with a constant is 0 / 0; cosine_similarity has a limit.
x, y = torch.zeros(3), torch.tensor([-1.0, 0.0, 1.0])
print(x @ y / (x.norm() * y.norm()), torch.cosine_similarity(x, y, 0))
# > tensor(nan) tensor(0.)

# Notice it: False for the batch of one, True for two.
for a in advantages.split([1, 2]):
    print(a.numel() > 1)
# > False
# > True
