"""Adam turns float16 weights to nan, and GradScaler refuses them."""

import torch
from torch import nn

x, target = torch.tensor([[0.5, 0.0]]), torch.tensor([[1.0]])


def train(model):
    # Notice it: False for float16 weights, True for float32 weights.
    right = all(p.dtype == torch.float32 for p in model.parameters())
    print(right, end=" ")
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    scaler = torch.amp.GradScaler("cpu", init_scale=1.0)
    for _ in range(3):
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.float16):
            loss = nn.MSELoss()(model(x), target)
        scaler.scale(loss).backward()
        optimizer.step()
        print(f"{loss:.2f}", end=" ")
    try:
        print(scaler.unscale_(optimizer))
    except ValueError as error:
        print(error)


# Wrong: weights in float16, as a checkpoint may have them.
torch.manual_seed(0)
model = nn.Linear(2, 1)
model.half()
train(model)
# > False 2.51 nan nan Attempting to unscale FP16 gradients.

# Right: weights in float32; autocast computes in float16.
torch.manual_seed(0)
model = nn.Linear(2, 1)
model.float()
train(model)
# > True 2.51 2.51 2.50 None
