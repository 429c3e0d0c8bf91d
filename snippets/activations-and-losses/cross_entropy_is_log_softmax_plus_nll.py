"""CrossEntropyLoss is LogSoftmax followed by NLLLoss."""

import torch
from torch import nn

logits = torch.tensor(
    [
        [0.0, 1.0, 0.0, 4.0, 0.0, 2.0, 0.0, 0.0, 3.0, 0.0],
        [2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 5.0],
    ]
)
target = torch.tensor([3, 0])  # one digit, as a class index, per row

loss = nn.CrossEntropyLoss()(logits, target)
log_probabilities = nn.LogSoftmax(dim=1)(logits)
torch.testing.assert_close(loss, nn.NLLLoss()(log_probabilities, target))
print(f"loss {loss:.4f}")
# > loss 1.8088

# A second log-softmax changes nothing: its outputs are already normalised.
again = nn.CrossEntropyLoss()(log_probabilities, target)
torch.testing.assert_close(again, loss)
