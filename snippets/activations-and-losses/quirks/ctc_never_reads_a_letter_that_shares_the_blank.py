"""CTC never reads a letter whose index is the blank's."""

import torch
from torch import nn

text, alphabet = "cab", "abc"
labels = torch.tensor([[alphabet.index(letter) for letter in text]])
lengths = torch.tensor([3])


def learn(target, letters, blank=0):
    criterion = nn.CTCLoss(blank=blank)
    logits = torch.zeros(3, 1, len(letters), requires_grad=True)  # 3 frames
    optimizer = torch.optim.SGD([logits], lr=3.0)
    for _ in range(100):
        log_probs = logits.log_softmax(dim=2)
        loss = criterion(log_probs, target, lengths, lengths)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    best = logits.argmax(dim=2).flatten().tolist()
    read = "".join(letters[index] for index in best if index != blank)
    print(f"loss {loss:.3f}, reads {read}")


# Wrong: "a" is 0, and so is the blank.
learn(labels, alphabet)
# > loss 0.007, reads cb

# Right: the blank is 0, and the alphabet starts at 1.
learn(labels + 1, "-" + alphabet)
# > loss 0.008, reads cab

# The blank may also be the last class, and no letter moves.
learn(labels, alphabet + "-", blank=len(alphabet))
# > loss 0.008, reads cab

# Notice it: the check is False from 0, True from 1.
criterion = nn.CTCLoss()
for target in labels, labels + 1:
    print(bool((target != criterion.blank).all()))
# > False
# > True
