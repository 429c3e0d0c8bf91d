"""The target of a terminal state is its reward alone."""

import torch
from torch import nn

rewards = torch.tensor([0.0, 1.0])  # two states, then the end
following = torch.tensor([1, 0])  # after the end, a reset
done = torch.tensor([False, True])


def train(done):
    q = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.SGD([q], lr=0.5)
    for step in range(2001):
        with torch.no_grad():
            target = rewards + 0.99 * q[following] * ~done
        loss = nn.MSELoss()(q, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step in (20, 2000):
            print(f"step {step}: loss {loss:.2f}, Q {q.max():.1f}")
    return q


# Wrong: the value after the end counts as well.
wrong = train(torch.tensor([False, False]))
# > step 20: loss 0.20, Q 5.2
# > step 2000: loss 0.00, Q 50.2

# Right: it is multiplied by 0 at the end.
right = train(done)
# > step 20: loss 0.00, Q 1.0
# > step 2000: loss 0.00, Q 1.0

# Notice it: no value above the largest return, which is 1 here.
for q in wrong, right:
    print(bool(q.max() <= 1.1))
# > False
# > True
