"""CrossEntropyLoss ignores an index, and soft targets have none."""

import torch
from torch import nn

logits = torch.tensor([[2.0, 0.0, 1.0], [1.0, 3.0, 0.0]])
target = torch.tensor([[0.0, 0.8, 0.2], [1.0, 0.0, 0.0]])  # the 2nd is void

# Wrong: ignore_index with probabilities; a negative one does nothing.
for index in (0, -100):
    criterion = nn.CrossEntropyLoss(ignore_index=index)
    try:
        print(f"ignore_index={index}: {criterion(logits, target):.4f}")
    except RuntimeError as error:
        print(error)
# > ignore_index is not supported for floating point target
# > ignore_index=-100: 2.1887

# Right: one loss per sample, and a mean over those that count.
kept = target.argmax(dim=1) != 0
losses = nn.CrossEntropyLoss(reduction="none")(logits, target)
print(f"kept {kept.sum()} of {len(kept)}: {losses[kept].mean():.4f}")
# > kept 1 of 2: 2.2076

# Notice it: the check is False for probabilities, True for indices.
print(not target.is_floating_point())
# > False
target = target.argmax(dim=1)
print(not target.is_floating_point())
# > True
