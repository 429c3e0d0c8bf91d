"""Other kinds of target take other losses, shapes and dtypes."""

import torch
from torch import nn

zeros, ones = torch.zeros, torch.ones  # logits of zero: nothing learned yet
grades = torch.tensor([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]])  # 0, 1, 2
rare = nn.BCEWithLogitsLoss(pos_weight=torch.tensor([9.0]))
labelled = nn.CrossEntropyLoss(ignore_index=255)
pixels = torch.tensor([[[0, 1], [2, 255]]])  # 255: no label

tasks = {
    "tags": (nn.BCEWithLogitsLoss(), zeros(2, 5), ones(2, 5)),
    "words": (nn.CrossEntropyLoss(), zeros(2, 3, 7), ones(2, 7).long()),
    "pixels": (labelled, zeros(1, 3, 2, 2), pixels),
    "shares": (nn.CrossEntropyLoss(), zeros(2, 4), ones(2, 4) / 4),
    "counts": (nn.PoissonNLLLoss(), zeros(2, 1), ones(2, 1)),
    "rare": (rare, zeros(2, 1), ones(2, 1)),
    "grades": (nn.BCEWithLogitsLoss(), zeros(3, 2), grades),
    "pairs": (nn.CosineEmbeddingLoss(), ones(2, 8), ones(2, 8), -ones(2)),
}
for task, (criterion, outputs, *rest) in tasks.items():
    target = rest[-1]
    dtype = str(target.dtype).removeprefix("torch.")
    print(f"{task:6} {type(criterion).__name__:19}", end=" ")
    print(f"{tuple(outputs.shape)} {tuple(target.shape)} {dtype}", end=" ")
    print(f"{criterion(outputs, *rest):.2f}")
# > tags   BCEWithLogitsLoss   (2, 5) (2, 5) float32 0.69
# > words  CrossEntropyLoss    (2, 3, 7) (2, 7) int64 1.10
# > pixels CrossEntropyLoss    (1, 3, 2, 2) (1, 2, 2) int64 1.10
# > shares CrossEntropyLoss    (2, 4) (2, 4) float32 1.39
# > counts PoissonNLLLoss      (2, 1) (2, 1) float32 1.00
# > rare   BCEWithLogitsLoss   (2, 1) (2, 1) float32 6.24
# > grades BCEWithLogitsLoss   (3, 2) (3, 2) float32 0.69
# > pairs  CosineEmbeddingLoss (2, 8) (2,) float32 1.00
