"""A Lovasz hinge takes logits; after a sigmoid it stays above zero."""

import torch

labels = torch.tensor([1.0, 1.0, 0.0, 0.0, 0.0])  # a mask, flat


def lovasz_hinge(logits, labels):
    errors = 1 - logits * (2 * labels - 1)  # 0 and less: right by a margin
    errors, order = errors.sort(descending=True)
    mask = labels[order]
    kept = mask.sum() - mask.cumsum(0)
    lost = 1 - kept / (mask.sum() + (1 - mask).cumsum(0))
    return (errors.relu() * lost.diff(prepend=lost.new_zeros(1))).sum()


def train(activation):
    logits = torch.zeros(5, requires_grad=True)
    optimizer = torch.optim.Adam([logits], lr=0.1)
    for _ in range(200):
        loss = lovasz_hinge(activation(logits), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss.item():.2f}")


# Wrong: probabilities.
train(lambda logits: logits.sigmoid())
# > loss 0.60

# Right: logits.
train(lambda logits: logits)
# > loss 0.00

# Notice it: False for probabilities, True for logits of both signs.
for outputs in torch.tensor([0.1, 0.9]), torch.tensor([-2.0, 2.0]):
    print((outputs < 0).any().item())
# > False
# > True
