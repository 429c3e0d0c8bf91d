"""Adam turns float16 weights to nan, and GradScaler refuses them."""

import torch
from torch import nn

x, target = torch.tensor([[0.5, 0.0]]), torch.tensor([[1.0]])


def train(dtype):
    torch.manual_seed(0)
    model = nn.Linear(2, 1).to(dtype)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    for _ in range(3):
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.float16):
            loss = nn.MSELoss()(model(x), target)
        loss.backward()
        optimizer.step()
        print(f"{loss:.2f}", end=" ")
    scaler = torch.amp.GradScaler("cpu")
    scaler.scale(loss)
    try:
        print(scaler.unscale_(optimizer))
    except ValueError as error:
        print(error)
    return model


# Wrong: weights in float16, as from model.half().
wrong = train(torch.float16)
# > 2.51 nan nan Attempting to unscale FP16 gradients.

# Right: weights in float32; autocast computes in float16.
right = train(torch.float32)
# > 2.51 2.51 2.50 None
# Notice it: False for the float16 weights, True for the float32 ones.
for model in wrong, right:
    print(all(p.dtype == torch.float32 for p in model.parameters()))
# > False
# > True
