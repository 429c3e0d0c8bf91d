"""The label of a contrastive loss is the column of its positive."""

import torch
import torch.nn.functional as F

n = 4
query, key = torch.eye(n), torch.eye(n)  # partner i belongs to query i
matrix = 10 * query @ key.T  # each query against each key

# Wrong: zeros say that the first key is everybody's partner.
labels = torch.zeros(n, dtype=torch.long)
loss = F.cross_entropy(matrix, labels)
print(f"{loss:.2f}")
# > 7.50

# Right: partner i stands in column i.
labels = torch.arange(n)
loss = F.cross_entropy(matrix, labels)
print(f"{loss:.2f}")
# > 0.00

# Zeros are right where the positive is put in front.
positive = matrix.diagonal()[:, None]
negative = matrix[~torch.eye(n, dtype=torch.bool)].view(n, n - 1)
in_front = torch.cat([positive, negative], dim=1)
zeros = torch.zeros(n, dtype=torch.long)
print(f"{F.cross_entropy(in_front, zeros):.2f}")
# > 0.00

# Notice it: False for zeros on the matrix, True for the diagonal.
for target in zeros, labels:
    hits = (matrix.argmax(dim=1) == target).float().mean()
    print((hits > 1 / len(target)).item())
# > False
# > True
