"""A gradient below 3e-8 is 0 in float16, unless the loss is scaled."""

import torch
from torch import nn

inputs, target = torch.ones(1000, 1), torch.full((1000, 1), 1e-5)


def start():
    model = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    with torch.autocast("cpu", dtype=torch.float16):
        loss = nn.functional.mse_loss(model(inputs).float(), target)
    return model.weight, optimizer, loss


# Wrong: backward from the loss as it is.
weight, optimizer, loss = start()
loss.backward()
optimizer.step()
print(f"gradient {weight.grad.item():.1g}, weight {weight.item():.1g}")
# > gradient 0, weight 0

# Right: backward from the loss times 65536; the step divides by it.
weight, optimizer, loss = start()
scaler = torch.amp.GradScaler("cpu")
scaler.scale(loss).backward()
scaler.step(optimizer)
scaler.update()
print(f"gradient {weight.grad.item():.1g}, weight {weight.item():.1g}")
# > gradient -2e-05, weight 1e-05

# The smallest number above 0.
for dtype in torch.float16, torch.bfloat16:
    print(
        f"{torch.finfo(dtype).smallest_normal * torch.finfo(dtype).eps:.0e}"
    )
# > 6e-08
# > 9e-41
