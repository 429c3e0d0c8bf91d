"""The target of a terminal state is its reward alone."""

import torch

rewards = torch.tensor([0.0, 1.0])  # two states, then the end
done = torch.tensor([False, True])


def learn(q, target, step):  # a step down the squared error
    loss = (q - target).square().mean()
    if step in (20, 2000):
        print(f"step {step}: loss {loss:.2f}, Q {q.max():.1f}")
    return q - 0.5 * (q - target)


# Wrong: the value after the end counts as well.
q = torch.zeros(2)
for step in range(2001):
    next_q = q.flip(0)  # what follows the end is a reset, to the first
    target = rewards + 0.99 * next_q
    q = learn(q, target, step)
# > step 20: loss 0.20, Q 5.0
# > step 2000: loss 0.00, Q 50.2
wrong = q

# Right: it is multiplied by 0 at the end.
q = torch.zeros(2)
for step in range(2001):
    next_q = q.flip(0)
    target = rewards + 0.99 * next_q * ~done
    q = learn(q, target, step)
# > step 20: loss 0.00, Q 1.0
# > step 2000: loss 0.00, Q 1.0
right = q

# Notice it: no value above the largest return, which is 1 here.
for q in wrong, right:
    print(bool(q.max() <= 1.1))
# > False
# > True
