"""`log_prob` takes a tensor of actions, as `sample` returns it."""

import torch
from torch.distributions import Categorical

policy = Categorical(logits=torch.zeros(4, 3))  # four states, three actions

# Wrong: a list of numbers, in place of the tensor.
actions = policy.sample().tolist()
try:
    log_probs = policy.log_prob(actions)
except ValueError as error:
    print(error)
# > The value argument to log_prob must be a Tensor

# Right: the tensor that was drawn.
actions = policy.sample()
log_probs = policy.log_prob(actions)
print(tuple(log_probs.shape))
# > (4,)

# Numbers that were stored become a tensor again.
stored = actions.tolist()
print(tuple(policy.log_prob(torch.tensor(stored)).shape))
# > (4,)

# An array is no tensor, and four states do not take five actions.
for other in actions.numpy(), torch.zeros(5):
    try:
        policy.log_prob(other)
    except ValueError as error:
        print(error)
# > The value argument to log_prob must be a Tensor
# > Value is not broadcastable with batch_shape+event_shape: torch.Size([5]) vs torch.Size([4]).

# Notice it: False for the numbers, True for the tensor.
for actions in stored, torch.tensor(stored):
    print(torch.is_tensor(actions))
# > False
# > True
