"""CTC never reads a letter whose index is the blank's."""

import torch
from torch import nn

alphabet = "abc"
labels = torch.tensor([[alphabet.index(letter) for letter in "cab"]])
lengths = torch.tensor([3])


def learn(target, letters, blank=0):
    criterion = nn.CTCLoss(blank=blank)
    logits = torch.zeros(3, 1, len(letters), requires_grad=True)  # 3 frames
    optimizer = torch.optim.SGD([logits], lr=3.0)
    for _ in range(100):
        loss = criterion(logits.log_softmax(2), target, lengths, lengths)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    best = logits.argmax(dim=2).flatten()
    read = "".join(letters[index] for index in best if index != blank)
    print(f"loss {loss:.3f}, reads {read}")


# Wrong: "a" is 0, and so is the blank.
learn(labels, alphabet)
# > loss 0.007, reads cb

# Right: the blank has a number of its own, the first or the last.
learn(labels + 1, "-" + alphabet)
# > loss 0.008, reads cab
learn(labels, alphabet + "-", blank=len(alphabet))
# > loss 0.008, reads cab

# Notice it: the check is False from 0, True from 1.
for target in labels, labels + 1:
    print(bool((target != nn.CTCLoss().blank).all()))
# > False
# > True
