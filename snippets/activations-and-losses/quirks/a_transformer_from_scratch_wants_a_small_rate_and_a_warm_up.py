"""A large rate of Adam leaves a transformer at the loss of a guess."""

import torch
from torch import nn

torch.manual_seed(0)
words = (torch.randperm(80) % 5).view(20, 4)  # five words, equally many
places = torch.eye(4).expand(20, 4, 4)
x = torch.cat([nn.functional.one_hot(words), places], dim=2)


def train(lr, warmup=1):
    torch.manual_seed(1)
    layer = nn.TransformerEncoderLayer(32, 2, 64, 0.0, batch_first=True)
    encoder = nn.TransformerEncoder(layer, 4, enable_nested_tensor=False)
    model = nn.Sequential(nn.Linear(9, 32), encoder, nn.Linear(32, 5))
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    for step in range(150):
        optimizer.param_groups[0]["lr"] = lr * min(1, (step + 1) / warmup)
        logits = model(x)
        loss = nn.CrossEntropyLoss()(logits.mT, words.flip(1))  # backwards
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.1f}, spread {logits.std(dim=0).mean():.1f}")


# Wrong: a large learning rate from the first step on.
lr = 0.03
train(lr)
# > loss 1.6, spread 0.0

# Right: a tenth of it.
lr = 0.03 / 10
train(lr)
# > loss 0.0, spread 3.1

# The large one, reached in 100 steps of warm-up:
train(0.03, warmup=100)
# > loss 0.0, spread 4.4
