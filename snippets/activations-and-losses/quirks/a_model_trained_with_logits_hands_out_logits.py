"""A model trained with BCEWithLogitsLoss hands out logits."""

import torch
from torch import nn

# Of ten mails with the word nine are spam, of ten without it one is.
inputs = torch.tensor([[1.0]] * 10 + [[-1.0]] * 10)
target = torch.tensor([[1.0]] * 9 + [[0.0]] * 10 + [[1.0]])
torch.manual_seed(0)
model = nn.Linear(1, 1)
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
for _ in range(40):
    loss = criterion(model(inputs), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"loss {loss:.3f}")
# > loss 0.325
mails = torch.tensor([[1.0], [-1.0]])

# Wrong: the output is shown as a probability.
print(*(f"{output:.0%} spam" for output in model(mails).flatten()))
# > 218% spam -217% spam

# Right: sigmoid turns the logit into one.
print(*(f"{p:.0%} spam" for p in model(mails).sigmoid().flatten()))
# > 90% spam 10% spam

# Notice it: the check is False for the logits, True for probabilities.
for p in model(mails), model(mails).sigmoid():
    print(bool(((p >= 0) & (p <= 1)).all()))
# > False
# > True
