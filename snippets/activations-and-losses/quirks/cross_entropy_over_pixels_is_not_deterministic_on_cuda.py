"""Cross entropy averaged over pixels is not deterministic on CUDA."""

import torch
from torch import nn

# One image, two classes, two pixels.
logits = torch.tensor([[[[2.0, 0.0]], [[0.0, 1.0]]]], device="cuda")
target = torch.tensor([[[0, 1]]], device="cuda")
torch.use_deterministic_algorithms(True)

# Wrong: the criterion averages over the pixels.
try:
    nn.CrossEntropyLoss()(logits, target)
except RuntimeError as error:
    print(str(error).partition(". ")[0])

# Right: the pixels become samples, or you take the mean yourself.
samples = logits.movedim(1, -1).flatten(0, -2)
print(f"samples {nn.CrossEntropyLoss()(samples, target.flatten()):.4f}")
per_pixel = nn.CrossEntropyLoss(reduction="none")(logits, target)
print(f"mean of {per_pixel.numel()} pixels {per_pixel.mean():.4f}")

torch.use_deterministic_algorithms(False)
