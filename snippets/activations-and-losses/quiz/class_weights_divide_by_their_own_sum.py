"""With class weights the mean divides by the weights, not by the count."""

import torch
from torch import nn

logits = torch.tensor([[2.0, 0.0], [2.0, 0.0]])
target = torch.tensor([0, 1])  # the first is right, the second is wrong
weight = torch.tensor([1.0, 3.0])

each = nn.CrossEntropyLoss(reduction="none")(logits, target)
print(f"losses {each[0].item():.4f} and {each[1].item():.4f}")
# > losses 0.1269 and 2.1269

criterion = nn.CrossEntropyLoss(weight=weight)
print(f"without weights {each.mean():.4f}")
# > without weights 1.1269
print(f"with weights {criterion(logits, target):.4f}")
# > with weights 1.6269

weighted = each * weight[target]
print(f"weighted sum {weighted.sum():.4f}")
# > weighted sum 6.5077
print(f"over the count {weighted.mean():.4f}")
# > over the count 3.2539
total = weight[target].sum()
print(f"over the weights, {total:.0f}: {weighted.sum() / total:.4f}")
# > over the weights, 4: 1.6269
