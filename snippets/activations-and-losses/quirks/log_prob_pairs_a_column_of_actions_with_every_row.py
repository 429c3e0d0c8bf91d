"""`log_prob` wants a tensor of actions in the shape of the batch."""

import torch
from torch.distributions import Categorical, Normal

torch.manual_seed(0)
policy = Categorical(logits=torch.randn(4, 3))  # four states, three actions
stored = policy.sample()[:, None]  # as a buffer keeps them: (4, 1)


def look(actions):
    try:
        log_prob = policy.log_prob(actions)
        print(tuple(log_prob.shape))
        print(log_prob.shape == policy.batch_shape)  # Notice it
    except ValueError as error:
        print(str(error).splitlines()[0])


# Wrong: a column, which broadcasts to all pairs.
look(stored)
# > (4, 4)
# > False

# Right: one action for each state.
look(stored.squeeze(1))
# > (4,)
# > True

# A number, and an action beyond the last one.
look(2)
# > The value argument to log_prob must be a Tensor
look(torch.tensor([1, 2, 3, 0]))
# > Expected value argument (Tensor of shape (4,)) to be within the support (IntegerInterval(lower_bound=0, upper_bound=2)) of the distribution Categorical(probs: torch.Size([4, 3]), logits: torch.Size([4, 3])), but found invalid values:

# A Normal has a log-probability for each number: sum over the action.
actions = torch.zeros(4, 2)
log_prob = Normal(torch.zeros(4, 2), 1.0).log_prob(actions)
print(tuple(log_prob.shape), tuple(log_prob.sum(dim=-1).shape))
# > (4, 2) (4,)
