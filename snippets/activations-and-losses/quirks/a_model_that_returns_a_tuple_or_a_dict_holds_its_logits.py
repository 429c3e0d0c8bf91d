"""The logits are one part of what many models return."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
label = torch.tensor([1])
pair = (torch.tensor([[0.0, 2.0]]), "hidden states")
named = {"logits": pair[0], "hidden": "hidden states"}


def attempt(step):
    try:
        print(f"{step():.4f}")
    except (AttributeError, TypeError) as error:
        print(error)


# Wrong: a name asked of a tuple, and a dict unpacked into its keys.
attempt(lambda: criterion(pair.logits, label))
# > 'tuple' object has no attribute 'logits'
first, second = named
attempt(lambda: criterion(first, label))
# > cross_entropy_loss(): argument 'input' (position 1) must be Tensor, not str

# Right: the place in the tuple, the name in the dict.
attempt(lambda: criterion(pair[0], label))
# > 0.1269
first = named["logits"]
attempt(lambda: criterion(first, label))
# > 0.1269

# Notice it: False for a key, True for the logits.
for logits in next(iter(named)), named["logits"]:
    print(torch.is_tensor(logits))
# > False
# > True
