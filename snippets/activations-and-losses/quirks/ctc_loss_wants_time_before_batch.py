"""CTCLoss wants time before batch, and notices only if the sizes differ."""

import torch
from torch import nn

texts = torch.tensor([[1, 1], [2, 2], [1, 1]])  # three texts, two frames
logits = 5.0 * nn.functional.one_hot(texts, 3)  # a sure network
log_probs = logits.log_softmax(dim=2)  # (N, T, C), as batch_first gives it
target = torch.tensor([[1], [2], [1]])
frames, letters = torch.full((3,), 2), torch.full((3,), 1)
criterion = nn.CTCLoss()

# Wrong: batch first. Only the three texts in two frames are noticed.
try:
    criterion(log_probs, target, frames, letters)
except RuntimeError as error:
    print(error)
# > input_lengths must be of size batch_size
loss = criterion(log_probs.reshape(2, 3, 3), target, frames, letters)
print(f"reshaped {loss:.2f}")
# > reshaped 5.86
loss = criterion(log_probs[:2], target[:2], frames[:2], letters[:2])
print(f"two texts in two frames {loss:.2f}")
# > two texts in two frames 4.33

# Right: time first.
log_probs = log_probs.permute(1, 0, 2)
loss = criterion(log_probs, target, frames, letters)
print(f"permuted {loss:.2f}")
# > permuted 0.01
