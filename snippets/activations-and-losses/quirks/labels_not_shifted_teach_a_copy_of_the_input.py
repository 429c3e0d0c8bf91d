"""Labels that are the inputs, unshifted, teach a model to copy."""

import torch
from torch import nn

tokens = torch.stack([torch.arange(s, s + 8) % 5 for s in range(5)])


def train(inputs, labels):
    # Notice it: False for the copy, True for the shifted labels.
    print(not torch.equal(labels, inputs))
    torch.manual_seed(0)
    model = nn.Embedding(5, 5)  # a logit for each token that may follow
    optimizer = torch.optim.Adam(model.parameters(), lr=0.5)
    for _ in range(50):
        logits = model(inputs).transpose(1, 2)  # no shift in this model
        loss = nn.functional.cross_entropy(logits, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    text = [0]
    for _ in range(5):
        text.append(model.weight[text[-1]].argmax().item())
    print(f"loss {loss:.2f}, text {text}")


# Wrong: each position is to give back its own token.
inputs, labels = tokens, tokens
train(inputs, labels)
# > False
# > loss 0.00, text [0, 0, 0, 0, 0, 0]

# Right: each position is to give the token that follows.
inputs, labels = tokens[:, :-1], tokens[:, 1:]
train(inputs, labels)
# > True
# > loss 0.00, text [0, 1, 2, 3, 4, 0]
