"""An end token that is used as padding, too, is never learned."""

import torch
from torch import nn

end = 0
tokens = torch.tensor([[1, 2, 3, end, end], [1, 2, 3, 4, end]])
mask = torch.tensor([[1, 1, 1, 1, 0], [1, 1, 1, 1, 1]])  # 1: real


def train_and_write(labels):
    torch.manual_seed(1)
    model = nn.Embedding(5, 5)  # from a token to the logits of the next
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(200):
        logits = model(tokens[:, :-1]).transpose(1, 2)
        loss = nn.CrossEntropyLoss()(logits, labels[:, 1:])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    text = [1]
    while text[-1] != end and len(text) < 8:
        text.append(model(torch.tensor(text[-1])).argmax().item())
    print(f"written {text}, its end learned: {(labels == end).any()}")


# Wrong: whatever looks like padding is ignored, and so is the end.
labels = tokens.masked_fill(tokens == end, -100)
train_and_write(labels)
# > written [1, 2, 3, 4, 3, 4, 3, 4], its end learned: False

# Right: only where the mask is 0, and the first end stays a label.
labels = tokens.masked_fill(mask == 0, -100)
train_and_write(labels)
# > written [1, 2, 3, 4, 0], its end learned: True
