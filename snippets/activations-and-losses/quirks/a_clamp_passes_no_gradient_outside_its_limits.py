"""A clamp passes no gradient to what lies outside its limits."""

import torch

target = torch.tensor([0.2, 0.5, 0.8])


def train(limit):
    raw = torch.tensor([-0.5, 0.1, 1.5], requires_grad=True)
    optimizer = torch.optim.Adam([raw], lr=0.05)
    for _ in range(200):
        loss = (limit(raw) - target).square().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print([round(x, 2) for x in limit(raw).tolist()])
    # Notice it: False where a gradient is 0.
    print((raw.grad != 0).all().item())


# Wrong: -0.5 and 1.5 are outside, and stay where they are.
train(lambda raw: raw.clamp(0, 1))
# > [0.0, 0.5, 1.0]
# > False

# Right: a function with a slope everywhere.
train(lambda raw: raw.sigmoid())
# > [0.2, 0.5, 0.8]
# > True
