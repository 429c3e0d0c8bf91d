"""Without a causal mask each position sees its own label."""

import torch
from torch import nn
from torch.nn import functional as F

mask = nn.Transformer.generate_square_subsequent_mask(8)


def train(encode):
    torch.manual_seed(0)
    embed, place = nn.Embedding(4, 16), nn.Parameter(torch.randn(8, 16))
    layer = nn.TransformerEncoderLayer(16, 2, 32, 0.0, batch_first=True)
    head = nn.Linear(16, 4)

    def logits(tokens):
        return head(encode(layer, embed(tokens) + place))

    weights = [place, *nn.ModuleList([embed, layer, head]).parameters()]
    optimizer = torch.optim.Adam(weights, lr=0.02)
    for tokens in torch.randint(4, (80, 64, 9)):  # random, no text
        loss = F.cross_entropy(logits(tokens[:, :-1]).mT, tokens[:, 1:])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print("below ln(4) / 5:", bool(loss < torch.tensor(4).log() / 5))
    # Notice it: False where place 0 sees what comes later, True if not.
    both = logits(torch.tensor([[0] * 8, [0, 1, 2, 3, 3, 2, 1, 0]]))
    print(torch.allclose(both[0, 0], both[1, 0], atol=1e-4))


# Wrong: no mask.
train(lambda layer, x: layer(x))
# > below ln(4) / 5: True
# > False

# Right: each position sees itself and what came before.
train(lambda layer, x: layer(x, src_mask=mask))
# > below ln(4) / 5: False
# > True
