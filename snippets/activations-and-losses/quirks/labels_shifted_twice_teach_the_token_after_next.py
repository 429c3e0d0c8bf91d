"""Labels shifted by you and by the model teach the token after next."""

import torch
from torch import nn
from torch.nn import functional as F

tokens = torch.stack([torch.arange(s, s + 8) % 5 for s in range(5)])
shifted = F.pad(tokens[:, 1:], (0, 1), value=-100)


def train(labels):
    torch.manual_seed(0)
    model = nn.Embedding(5, 5)  # a logit for each token that may follow
    optimizer = torch.optim.Adam(model.parameters(), lr=0.5)
    for _ in range(50):
        # The model's own shift: position i is compared with label i + 1.
        logits = model(tokens)[:, :-1].transpose(1, 2)
        loss = F.cross_entropy(logits, labels[:, 1:])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    guess = model(tokens).argmax(dim=2)
    following = (guess[:, :-1] == tokens[:, 1:]).float().mean()
    later = (guess[:, :-2] == tokens[:, 2:]).float().mean()
    print(f"loss {loss:.2f}, next {following:.2f}, after next {later:.2f}")


# Wrong: shifted before the model shifts them again.
train(labels=shifted)
# > loss 0.00, next 0.00, after next 1.00

# Right: the tokens as they are.
train(labels=tokens)
# > loss 0.00, next 1.00, after next 0.00

# Notice it: False for the shifted labels, True for the tokens.
for labels in shifted, tokens:
    print(torch.equal(labels[labels != -100], tokens[labels != -100]))
# > False
# > True
