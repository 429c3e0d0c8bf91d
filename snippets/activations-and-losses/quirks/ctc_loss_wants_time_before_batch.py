"""CTCLoss wants time before batch, and notices only if the sizes differ."""

import torch
from torch import nn

texts = torch.tensor([[1, 1], [2, 2], [1, 1]])  # three texts, two frames
logits = 5.0 * nn.functional.one_hot(texts, 3)  # a sure network
batch_first = logits.log_softmax(dim=2)  # (N, T, C)
target = torch.tensor([[1], [2], [1]])
frames, letters = torch.full((3,), 2), torch.full((3,), 1)
criterion = nn.CTCLoss()

# Wrong: batch first. Only the three texts in two frames are noticed.
try:
    criterion(batch_first, target, frames, letters)
except RuntimeError as error:
    print(error)
# > input_lengths must be of size batch_size
loss = criterion(batch_first.reshape(2, 3, 3), target, frames, letters)
print(f"reshaped {loss:.2f}")
# > reshaped 5.86
loss = criterion(batch_first[:2], target[:2], frames[:2], letters[:2])
print(f"two texts in two frames {loss:.2f}")
# > two texts in two frames 4.33

# Right: time first.
log_probs = batch_first.permute(1, 0, 2)
loss = criterion(log_probs, target, frames, letters)
print(f"permuted {loss:.2f}")
# > permuted 0.01

# Notice it: the check is False for batch first, True for time first.
for log_probs in batch_first, batch_first.permute(1, 0, 2):
    print(log_probs.shape[1] == len(target))
# > False
# > True
