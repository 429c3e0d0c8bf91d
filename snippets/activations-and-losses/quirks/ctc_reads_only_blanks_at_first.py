"""A CTC model reads only blanks at first, while its loss falls already."""

import torch
from torch import nn

texts = torch.tensor([[1, 2, 3], [3, 1, 2], [2, 3, 1], [1, 3, 2]])
frames = texts.repeat_interleave(4, dim=1)  # a letter lasts four frames
inputs = nn.functional.one_hot(frames, 4).float()
lengths = torch.full((4,), 12), torch.full((4,), 3)


def train(epochs):
    torch.manual_seed(1)
    model = nn.Conv1d(4, 4, kernel_size=5, padding=2)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
    for _ in range(epochs):
        logits = model(inputs.mT)  # texts, letters, frames
        log_probs = logits.log_softmax(1).permute(2, 0, 1)
        loss = nn.CTCLoss()(log_probs, texts, *lengths)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    best = logits.argmax(1)
    read = [[i for i in r.unique_consecutive().tolist() if i] for r in best]
    blanks = (best == 0).float().mean()
    print(f"loss {loss:.2f}, blanks {blanks:.0%}, all texts read:", end=" ")
    print(read == texts.tolist())  # Notice it


train(1)
# > loss 2.69, blanks 27%, all texts read: False
# Wrong: to stop here.
epochs = 10
train(epochs)
# > loss 0.85, blanks 100%, all texts read: False

# Right: to go on.
epochs = 60
train(epochs)
# > loss 0.11, blanks 17%, all texts read: True
