"""Without positions a transformer sees a bag of words, and no order."""

import torch
from torch import nn

texts = torch.tensor([[1, 2, 3], [3, 2, 1]])  # dog bites man, man bites dog
label = torch.tensor([0, 1])
places = torch.arange(3)


def train(inputs_of):
    torch.manual_seed(0)
    embed, place = nn.Embedding(4, 8), nn.Embedding(3, 8)
    layer = nn.TransformerEncoderLayer(8, 2, 16, 0.0, batch_first=True)
    head = nn.Linear(8, 2)
    weights = nn.ModuleList([embed, place, layer, head]).parameters()
    optimizer = torch.optim.Adam(weights, lr=0.01)
    for _ in range(60):
        outputs = layer(inputs_of(embed, place)).mean(dim=1)
        loss = nn.functional.cross_entropy(head(outputs), label)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.2f}")
    return outputs


# Wrong: the words alone.
wrong = train(lambda embed, place: embed(texts))
# > loss 0.69

# Right: each word with its position.
right = train(lambda embed, place: embed(texts) + place(places))
# > loss 0.00

# Notice it: False where the order makes no difference, True where it does.
for outputs in wrong, right:
    print(not torch.allclose(outputs[0], outputs[1], atol=1e-4))
# > False
# > True
