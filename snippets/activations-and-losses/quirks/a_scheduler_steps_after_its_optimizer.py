"""The scheduler steps after the optimizer, or a learning rate is lost."""

import warnings

import torch

warnings.simplefilter("always")
warnings.showwarning = lambda message, *_: print(str(message)[:64])
weight = torch.ones(1, requires_grad=True)


def start():
    optimizer = torch.optim.SGD([weight], lr=0.8)
    optimizer.register_step_pre_hook(
        lambda optimizer, *_: print("used", optimizer.param_groups[0]["lr"])
    )
    return optimizer, torch.optim.lr_scheduler.StepLR(optimizer, 1, 0.5)


# Wrong: the first learning rate is never used.
optimizer, scheduler = start()
scheduler.step()
# > Detected call of `lr_scheduler.step()` before `optimizer.step()`
optimizer.step()
# > used 0.4

# Right: the optimizer first.
optimizer, scheduler = start()
optimizer.step()
# > used 0.8
scheduler.step()

# GradScaler skips a first step whose gradient is inf: it warns as well.
optimizer, scheduler = start()
scaler = torch.amp.GradScaler("cpu")
scaler.scale(1e34 * weight.sum()).backward()
scaler.step(optimizer)
scaler.update()
scheduler.step()
# > Detected call of `lr_scheduler.step()` before `optimizer.step()`
