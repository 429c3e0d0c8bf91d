"""Labels of several lengths do not stack until a function pads them."""

import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

data = [(torch.zeros(5), torch.tensor(t)) for t in ([3, 1], [4], [1, 2, 3])]

# Wrong: the loader stacks what has not one length.
loader = DataLoader(data, 3)
try:
    print(next(iter(loader))[1].tolist())
except RuntimeError as error:
    print(error)
# > stack expects each tensor to be equal size, but got [2] at entry 0 and [1] at entry 1

# Notice it: False for the labels as they are, True for the padded ones.
labels = [labels for _, labels in data]
print(len({len(x) for x in labels}) == 1)
# > False


# Right: a function of your own pads the labels.
def collate(batch):
    inputs, labels = zip(*batch, strict=True)
    labels = pad_sequence(labels, True, -100)
    return torch.stack(inputs), labels


loader = DataLoader(data, 3, collate_fn=collate)
_, padded = next(iter(loader))
print(padded.tolist())
# > [[3, 1, -100], [4, -100, -100], [1, 2, 3]]

# The loss of -100 is 0: 6 labels count.
print(torch.nn.NLLLoss(reduction="sum")(-torch.ones(3, 5, 3), padded))
# > tensor(6.)
labels = padded
print(len({len(x) for x in labels}) == 1)
# > True
