"""Gradients are clipped after backward() and before the step."""

import torch

model = torch.nn.Linear(1, 1, bias=False)
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
scaler = torch.amp.GradScaler("cpu")


def one_batch():
    model.weight.grad, model.weight.data = None, torch.tensor([[100.0]])
    yield model(torch.ones(1)).square().sum()
    print(f"moved by {100 - model.weight.item():.1f}")


# Wrong: after the step, or while the gradient is still scaled.
for loss in one_batch():
    loss.backward()
    optimizer.step()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
# > moved by 200.0
for loss in one_batch():
    scaler.scale(loss).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    scaler.step(optimizer)
    scaler.update()
# > moved by 0.0

# Right: before the step, and after unscale_() if there is a scaler.
for loss in one_batch():
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
# > moved by 1.0
for loss in one_batch():
    scaler.scale(loss).backward()
    scaler.unscale_(optimizer)
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    scaler.step(optimizer)
# > moved by 1.0
