"""Ten equal logits cost log(10) under CrossEntropyLoss."""

import torch
from torch import nn

logits = torch.zeros(2, 10)  # no class is preferred
target = torch.tensor([3, 7])
one_hot = nn.functional.one_hot(target, num_classes=10).float()
criterion = nn.CrossEntropyLoss()

print(f"probability {logits.softmax(dim=1)[0, 3].item():.4f}")
# > probability 0.1000
binary = nn.BCEWithLogitsLoss()
print(f"ten yes/no answers {binary(logits, one_hot):.4f}")
# > ten yes/no answers 0.6931
print(f"floor of softmax twice {criterion(one_hot, target):.3f}")
# > floor of softmax twice 1.461
loss = criterion(logits, target)
print(f"CrossEntropyLoss {loss:.4f}")
# > CrossEntropyLoss 2.3026
torch.testing.assert_close(loss, torch.tensor(10.0).log())
