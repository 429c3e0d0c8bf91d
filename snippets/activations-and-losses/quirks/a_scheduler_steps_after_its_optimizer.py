"""The scheduler steps after the optimizer, or a learning rate is lost."""

import warnings

import torch


def train(order, slope=1.0):
    weight = torch.tensor([1.0], requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=0.8)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma=0.5)
    scaler, used = torch.amp.GradScaler("cpu"), []
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        for _ in range(3):
            optimizer.zero_grad()
            scaler.scale(slope * weight.sum()).backward()
            for name in order:
                if name == "optimizer":
                    rate, old = scheduler.get_last_lr()[0], weight.item()
                    scaler.step(optimizer)
                    scaler.update()
                    used += [rate] * (weight.item() != old)
                else:
                    scheduler.step()
    print("used", *used, *(str(w.message)[:64] for w in seen))


# Wrong: the first learning rate is never used.
train(["scheduler", "optimizer"])
# > used 0.4 0.2 0.1 Detected call of `lr_scheduler.step()` before `optimizer.step()`

# Right: the optimizer first.
train(["optimizer", "scheduler"])
# > used 0.8 0.4 0.2

# GradScaler skips a first step whose gradient is inf: it warns as well.
train(["optimizer", "scheduler"], slope=1e34)
# > used 0.4 0.2 Detected call of `lr_scheduler.step()` before `optimizer.step()`
