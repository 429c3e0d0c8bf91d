"""BCELoss is refused under autocast on CUDA."""

import torch
from torch import nn

# Half precision, as a linear layer hands it out under autocast.
logits = torch.tensor([2.0, -1.0], dtype=torch.float16, device="cuda")
target = torch.tensor([1.0, 0.0], device="cuda")

# Wrong: a sigmoid, then BCELoss.
with torch.autocast("cuda"):
    try:
        nn.BCELoss()(logits.sigmoid(), target)
    except RuntimeError as error:
        print(error)

# Right: the logits go to BCEWithLogitsLoss, or BCELoss leaves autocast.
with torch.autocast("cuda"):
    loss = nn.BCEWithLogitsLoss()(logits, target)
    print(f"from logits {loss:.4f} as {loss.dtype}")
    with torch.autocast("cuda", enabled=False):
        loss = nn.BCELoss()(logits.float().sigmoid(), target)
    print(f"outside autocast {loss:.4f} as {loss.dtype}")
