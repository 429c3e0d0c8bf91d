"""CrossEntropyLoss wants its class weights in the dtype of the logits."""

import torch
from torch import nn

logits = torch.tensor([[2.0, 0.0], [3.0, 1.0]])
target = torch.tensor([0, 1])
weight = torch.tensor([1.0, 5.0], dtype=torch.float64)  # from NumPy

# Wrong: float64, counts as integers, and float32 beside bfloat16 logits.
for outputs, given in (
    (logits, weight),
    (logits, weight.long()),
    (logits.bfloat16(), weight.float()),
):
    try:
        nn.CrossEntropyLoss(weight=given)(outputs, target)
    except RuntimeError as error:
        print(error)
# > expected scalar type Float but found Double
# > expected scalar type Float but found Long
# > expected scalar type BFloat16 but found Float

# Right: the dtype of the logits.
criterion = nn.CrossEntropyLoss(weight=weight.to(logits.dtype))
print(f"loss {criterion(logits, target):.4f}")
# > loss 1.7936

# Notice it: the check is False for float64, True for float32.
for given in weight, weight.to(logits.dtype):
    criterion = nn.CrossEntropyLoss(weight=given)
    print(criterion.weight.dtype == logits.dtype)
# > False
# > True
