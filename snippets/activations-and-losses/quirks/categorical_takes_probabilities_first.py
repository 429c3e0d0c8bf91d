"""Categorical takes probabilities first, and logits by their name."""

import torch
from torch.distributions import Categorical

logits = torch.tensor([4.0, 1.0, 0.0])  # of the last linear layer


def show(policy):
    print(*(f"{x:.2f}" for x in policy.probs.tolist()), end=", ")
    print(f"entropy {policy.entropy():.2f}")


# Wrong: probabilities in the place of logits, a second softmax.
probabilities = logits.softmax(dim=-1)
policy = Categorical(logits=probabilities)
show(policy)
# > 0.55 0.23 0.22, entropy 1.00

# Right: the logits.
policy = Categorical(logits=logits)
show(policy)
# > 0.94 0.05 0.02, entropy 0.27

# Without a name they are taken for probabilities, and divided by their sum.
show(Categorical(logits))
# > 0.80 0.20 0.00, entropy 0.50
show(Categorical(logits.log_softmax(dim=-1)))  # all are negative
# > 0.01 0.43 0.56, entropy 0.73
try:
    Categorical(logits - 1)
except ValueError as error:
    print(str(error).partition(" to satisfy")[0])
# > Expected parameter probs (Tensor of shape (3,)) of distribution Categorical(probs: torch.Size([3]))
