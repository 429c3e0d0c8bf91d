"""Gradients are clipped after backward() and before the step."""

import torch


def train(*order):
    weight = torch.tensor([100.0], requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=1.0)
    scaler = torch.amp.GradScaler("cpu")
    does = {
        "backward": lambda: scaler.scale(weight.square().sum()).backward(),
        "clip": lambda: torch.nn.utils.clip_grad_norm_([weight], 1.0),
        "unscale": lambda: scaler.unscale_(optimizer),
        "step": lambda: scaler.step(optimizer),
    }
    for name in order:
        does[name]()
    print(f"moved by {100 - weight.item():.1f}")


# Wrong: after the step, before the backward, or on a scaled gradient.
train("backward", "unscale", "step", "clip")
# > moved by 200.0
train("clip", "backward", "unscale", "step")
# > moved by 200.0
train("backward", "clip", "step")
# > moved by 0.0

# Right: in between, and after unscale_() if there is a scaler.
train("backward", "unscale", "clip", "step")
# > moved by 1.0
