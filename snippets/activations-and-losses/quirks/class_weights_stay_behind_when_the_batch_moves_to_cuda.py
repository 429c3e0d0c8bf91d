"""Class weights stay behind when the batch moves to CUDA."""

import torch
from torch import nn

logits = torch.tensor([[2.0, 0.0, -1.0], [0.0, 1.0, 2.0]], device="cuda")
target = torch.tensor([0, 2], device="cuda")
weight = torch.tensor([1.0, 2.0, 4.0], device="cpu")
one_hot = nn.functional.one_hot(target, 3).float()
criteria = {
    nn.CrossEntropyLoss(weight=weight): target,
    nn.BCEWithLogitsLoss(pos_weight=weight): one_hot,
}

# Wrong: outputs and labels are on the GPU, the criterion is not.
for criterion, labels in criteria.items():
    try:
        criterion(logits, labels)
    except RuntimeError as error:
        print(error)

# Right: the criterion moves, too, and takes its weights along.
for criterion, labels in criteria.items():
    criterion.to("cuda")
    print(f"loss {criterion(logits, labels):.4f}")
