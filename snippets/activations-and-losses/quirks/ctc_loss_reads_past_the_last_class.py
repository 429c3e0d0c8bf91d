"""CTCLoss reads past the classes when a label is too large."""

import torch
from torch import nn

alphabet = "abc"
targets = torch.tensor([[1, 2, 3]])  # a, b, c; 0 is the blank
lengths = torch.tensor([6]), torch.tensor([3])


def show_loss(classes):
    for left_over in -50.0, 0.0, 50.0:
        # The memory behind the classes is ours, so reading it is safe.
        memory = torch.full((6, 1, 8), left_over)
        log_probs = memory[..., :classes]
        log_probs.copy_(torch.zeros(classes).log_softmax(dim=0))
        print(f"{nn.CTCLoss()(log_probs, targets, *lengths):.2f}")


# Wrong: a class for each letter, and none for the blank.
num_classes = len(alphabet)
show_loss(num_classes)
# > 17.16
# > 0.06
# > -65.93

# Right: one class more.
num_classes = len(alphabet) + 1
show_loss(num_classes)
# > 1.30
# > 1.30
# > 1.30

# Notice it: False for three classes, True for four.
for log_probs in torch.zeros(6, 1, 3), torch.zeros(6, 1, 4):
    print(targets.max().item() < log_probs.shape[2])
# > False
# > True
