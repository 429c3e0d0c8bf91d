"""A loss that divides by the target, or takes its log, allows no zero."""

import torch

target = torch.tensor([0.0, 2.0, 4.0, 8.0])  # 0: no depth, no sales
outputs = torch.tensor([0.5, 2.2, -0.1, 7.0])
valid = target > 0


def mape(outputs, target):
    return ((outputs - target) / target).abs().mean()


def log_error(outputs, target):  # as in SILog and RMSLE
    return (outputs.log() - target.log()).pow(2).mean()


def show(*pair):
    losses = mape(*pair), log_error(*pair)
    print("MAPE {:.3f}, log error {:.3f}".format(*losses))
    return losses


# Wrong: all values. One target is 0, and one output is negative.
wrong = show(outputs, target)
# > MAPE inf, log error nan

# Right: valid targets, and outputs that stay above 0.
right = show(outputs[valid].clamp(min=0.1), target[valid])
# > MAPE 0.400, log error 4.545

# A mask that multiplies does not help.
print(((outputs - target).div(target).abs() * valid).tolist()[0])
# > nan

# Notice it: the check is False for all values, True for those left.
for losses in wrong, right:
    print(all(loss.isfinite() for loss in losses))
# > False
# > True
