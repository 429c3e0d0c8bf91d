"""What the target is settles the loss, the shapes and the prediction."""

import torch
from torch import nn

outputs = torch.tensor([[2.0, -1.0, 0.5], [-3.0, 1.0, 4.0]])  # 2 rows of 3
one = outputs[:, :1]  # a model with one output
tags = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]])
classes, largest = torch.tensor([0, 2]), outputs.argmax(dim=1)

rows = {
    "a number": (nn.MSELoss(), one, tags[:, :1], one),
    "yes or no": (nn.BCEWithLogitsLoss(), one, tags[:, :1], one > 0),
    "any of 3 tags": (nn.BCEWithLogitsLoss(), outputs, tags, outputs > 0),
    "one of 3": (nn.CrossEntropyLoss(), outputs, classes, largest),
}
for task, (criterion, logits, target, prediction) in rows.items():
    loss = criterion(logits, target)
    print(f"{task}: {type(criterion).__name__}, loss {loss:.3f}")
    print(f"  outputs {list(logits.shape)}")
    print(f"  target {list(target.shape)}, {target.dtype}")
    print(f"  prediction {prediction.tolist()}")
# > a number: MSELoss, loss 5.000
# >   outputs [2, 1]
# >   target [2, 1], torch.float32
# >   prediction [[2.0], [-3.0]]
# > yes or no: BCEWithLogitsLoss, loss 0.088
# >   outputs [2, 1]
# >   target [2, 1], torch.float32
# >   prediction [[True], [False]]
# > any of 3 tags: BCEWithLogitsLoss, loss 0.216
# >   outputs [2, 3]
# >   target [2, 3], torch.float32
# >   prediction [[True, False, True], [False, True, True]]
# > one of 3: CrossEntropyLoss, loss 0.145
# >   outputs [2, 3]
# >   target [2], torch.int64
# >   prediction [0, 2]
