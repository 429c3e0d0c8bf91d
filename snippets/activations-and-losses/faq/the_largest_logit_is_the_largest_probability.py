"""The largest logit is the largest probability: no softmax needed."""

import torch

logits = torch.tensor([[1.0, 3.0, 2.0], [-61.0, -63.0, -60.0]])
probabilities = torch.softmax(logits, dim=1)
print("from logits:       ", logits.argmax(dim=1).tolist())
# > from logits:        [1, 2]
print("from probabilities:", probabilities.argmax(dim=1).tolist())
# > from probabilities: [1, 2]
print(", ".join(f"{p:.4f}" for p in probabilities.max(dim=1).values))
# > 0.6652, 0.7054

# One logit per sample: above 0 is above a half.
logits = torch.tensor([[-0.5], [0.1], [2.0]])
probabilities = torch.sigmoid(logits)
print("from logits:       ", (logits > 0).int().flatten().tolist())
# > from logits:        [0, 1, 1]
print("from probabilities:", (probabilities > 0.5).int().flatten().tolist())
# > from probabilities: [0, 1, 1]
print(", ".join(f"{p:.4f}" for p in probabilities.flatten()))
# > 0.3775, 0.5250, 0.8808

# Wrong: the largest of one number is always number 0.
print("argmax of one:     ", logits.argmax(dim=1).tolist())
# > argmax of one:      [0, 0, 0]
