"""`log_prob` takes a tensor of actions, as `sample` returns it."""

import torch
from torch.distributions import Categorical

torch.manual_seed(0)
policy = Categorical(logits=torch.randn(4, 3))  # four states, three actions
drawn = policy.sample()


def look(actions):
    try:
        print(tuple(policy.log_prob(actions).shape))
    except ValueError as error:
        print(error)


# Wrong: numbers, or an array, in place of the tensor.
look(drawn.tolist())
# > The value argument to log_prob must be a Tensor
look(drawn.numpy())
# > The value argument to log_prob must be a Tensor

# Right: the tensor that was drawn.
look(drawn)
# > (4,)

# Numbers that were stored become a tensor again.
look(torch.tensor(drawn.tolist()))
# > (4,)

# Five actions for four states.
look(torch.zeros(5))
# > Value is not broadcastable with batch_shape+event_shape: torch.Size([5]) vs torch.Size([4]).

# Notice it: False for the numbers, True for the tensor.
for actions in drawn.tolist(), drawn:
    print(torch.is_tensor(actions))
# > False
# > True
