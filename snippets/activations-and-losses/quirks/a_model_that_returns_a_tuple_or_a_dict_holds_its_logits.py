"""The logits are one part of what many models return."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
label = torch.tensor([1])
output = (torch.tensor([[0.0, 2.0]]), "hidden states")
named = {"loss": torch.tensor(0.1269), "logits": output[0]}

# Wrong: a name asked of a tuple, and a dict unpacked into its keys.
try:
    logits = output.logits
except AttributeError as error:
    print(error)
# > 'tuple' object has no attribute 'logits'
loss, logits = named
try:
    print(f"{criterion(logits, label):.4f}")
except TypeError as error:
    print(error)
# > cross_entropy_loss(): argument 'input' (position 1) must be Tensor, not str

# Right: the place in the tuple, the name in the dict.
logits = output[0]
print(f"{criterion(logits, label):.4f}")
# > 0.1269
logits = named["logits"]
print(f"{criterion(logits, label):.4f}")
# > 0.1269

# Notice it: False for a key, True for the logits.
for logits in next(iter(named)), named["logits"]:
    print(torch.is_tensor(logits))
# > False
# > True
