"""A GradScaler begins with a large scale, and halves it until it fits."""

import torch

weight = torch.nn.Parameter(torch.zeros(1, 2))
inputs = torch.full((2, 1), 30.0)


def steps(**options):
    scaler = torch.amp.GradScaler("cpu", **options)
    optimizer = torch.optim.SGD([weight], lr=1e-3)
    shown = []
    for _ in range(6):
        before, scale = weight.tolist(), scaler.get_scale()
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.float16):
            loss = (weight @ inputs).sum()
        scaler.scale(loss).backward()
        scaler.step(optimizer)
        scaler.update()
        moved = weight.tolist() != before
        shown.append(f"{scale:.0f} {'step' if moved else 'skipped'}")
    print(", ".join(shown))


# A new scaler looks for a scale that fits.
steps()
# > 65536 skipped, 32768 skipped, 16384 skipped, 8192 skipped, 4096 skipped, 2048 step

# The one that it found, given to the next run.
steps(init_scale=2048.0)
# > 2048 step, 2048 step, 2048 step, 2048 step, 2048 step, 2048 step

# bfloat16 has the range of float32, and needs no scale.
print(torch.finfo(torch.float16).max, torch.finfo(torch.bfloat16).max)
# > 65504.0 3.3895313892515355e+38
