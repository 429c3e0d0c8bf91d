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
    for tokens in torch.randint(4, (100, 64, 9)):  # random, no text
        loss = F.cross_entropy(logits(tokens[:, :-1]).mT, tokens[:, 1:])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.2f}, ln(4) / 5: {torch.tensor(4).log() / 5:.2f}")
    # Notice it: False where place 0 sees what comes later, True if not.
    both = logits(torch.tensor([[0] * 8, [0] + [1] * 7]))
    print(torch.allclose(both[0, 0], both[1, 0], atol=1e-4))


# Wrong: no mask.
train(lambda layer, x: layer(x))
# > loss 0.18, ln(4) / 5: 0.28
# > False

# Right: each position sees itself and what came before.
train(lambda layer, x: layer(x, src_mask=mask))
# > loss 1.39, ln(4) / 5: 0.28
# > True
