"""Linear layers in a row are one linear map, which cannot learn XOR."""

import torch
from torch import nn

inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
target = torch.tensor([[0.0], [1.0], [1.0], [0.0]])


def train(model):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(300):
        z = model(inputs)
        loss = nn.functional.binary_cross_entropy_with_logits(z, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    p = " ".join(f"{answer:.1f}" for answer in z.sigmoid()[:, 0])
    # Notice it: False without an activation, True with one.
    print(f"loss {loss:.2f}, {p}", (z[0] + z[3] - z[1] - z[2]).abs() > 0.01)


# Wrong: nothing between the two linear layers.
torch.manual_seed(0)
model = nn.Sequential(
    nn.Linear(2, 16),
    nn.Linear(16, 1),
)
train(model)
# > loss 0.69, 0.5 0.5 0.5 0.5 tensor([False])

# Right: a ReLU between them.
torch.manual_seed(0)
model = nn.Sequential(
    nn.Linear(2, 16),
    nn.ReLU(),
    nn.Linear(16, 1),
)
train(model)
# > loss 0.00, 0.0 1.0 1.0 0.0 tensor([True])
