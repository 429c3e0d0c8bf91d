# %% [markdown]
# # Adam hides a second softmax, SGD shows it
#
# Twelve networks at once learn to read digits, on logits and through a softmax too many.
#
# Before you look, predict: does the second softmax change the loss, the accuracy, or both, and does the optimiser matter?

# %%
import math

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.func import functional_call, grad, stack_module_state, vmap

# %% [markdown]
# ## A result needs something to stand beside
#
# The data are 1797 handwritten digits of 8 by 8 pixels.
# For the accuracy, that is what one constant answer reaches.
# For the loss, it is the lowest value there can be.

# %%
digits = load_digits()
torch.manual_seed(0)
shuffled = torch.randperm(len(digits.target))
inputs = torch.tensor(digits.data, dtype=torch.float32)[shuffled]
target = torch.tensor(digits.target)[shuffled]
train, test = slice(0, 1400), slice(1400, None)
inputs = (inputs - inputs[train].mean()) / inputs[train].std()

classes = 10
constant = target[test].bincount().max() / len(target[test])
print(f"accuracy of one answer for every image: {constant:.2f}")

certain = torch.eye(classes)  # probabilities, right beyond doubt
floor = nn.functional.cross_entropy(certain, torch.arange(classes)).item()
assert math.isclose(floor, math.log(math.e + classes - 1) - 1, abs_tol=1e-6)
print(f"lowest loss behind a second softmax: {floor:.4f}")

# %% [markdown]
# `cross_entropy` takes what it is given for logits, and has a softmax of its own.
# Probabilities end at 1, so "certain" reaches it as a 1 among 0s, which its softmax flattens again.
# The floor is `log(e + C - 1) - 1` for `C` classes.
# On logits there is no floor but 0.
#
# ## Twelve networks fit in one tensor
#
# One seed is an anecdote.
# `stack_module_state` stacks the weights of twelve fresh networks, and `vmap` runs the code of one network for all of them.

# %%
networks = 12


def mlp():
    return nn.Sequential(
        nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, classes)
    )


start, _ = stack_module_state([mlp() for _ in range(networks)])
model = mlp()  # only its code is used; the weights come from a stack


def logits_of(weights, inputs):
    return functional_call(model, weights, (inputs,))


def loss_of(weights, inputs, target, softmax_first):
    outputs = logits_of(weights, inputs)
    if softmax_first:  # Wrong, and no error says so.
        outputs = outputs.softmax(dim=1)
    return nn.functional.cross_entropy(outputs, target)


for name, stack in start.items():
    print(f"{name:8} {tuple(stack.shape)}")

# %% [markdown]
# ## One loop trains all twelve
#
# SGD and Adam work element by element, so they step a stack as they step a single network.
# No loss depends on another network's weights, so the sum of the losses gives each network its own gradient.
# All four runs begin with the same weights and see the same batches.

# %%
steps, every = 500, 20
batches = torch.randint(1400, (steps, networks, 64))


def learn(optimizer_class, lr, softmax_first):
    """Return training loss and test accuracy, by step and network."""
    weights = {
        name: stack.detach().clone().requires_grad_()
        for name, stack in start.items()
    }
    optimizer = optimizer_class(weights.values(), lr=lr)
    curve = []
    for step, rows in enumerate(batches, start=1):
        losses = vmap(loss_of, in_dims=(0, 0, 0, None))(
            weights, inputs[train][rows], target[train][rows], softmax_first
        )
        optimizer.zero_grad()
        losses.sum().backward()
        optimizer.step()
        if step % every == 0:
            with torch.no_grad():
                loss = vmap(loss_of, in_dims=(0, None, None, None))(
                    weights, inputs[train], target[train], softmax_first
                )
                logits = vmap(logits_of, (0, None))(weights, inputs[test])
            right = logits.argmax(dim=2) == target[test]
            curve.append(torch.stack([loss, right.float().mean(dim=1)]))
    return torch.stack(curve, dim=1)


optimizers = {
    "SGD": (torch.optim.SGD, 0.1),
    "Adam": (torch.optim.Adam, 0.001),
}
feeds = {"logits": False, "softmax first": True}
curves = {
    (name, fed): learn(*optimizer, softmax_first)
    for name, optimizer in optimizers.items()
    for fed, softmax_first in feeds.items()
}

# %% [markdown]
# ## The loss tells, the accuracy may not

# %% Training loss (above) and test accuracy (below) with SGD (left) and Adam (right): mean and range of twelve networks.
colours = {"logits": "#1f77b4", "softmax first": "#d95f02"}
figure, axes = plt.subplots(
    2, 2, figsize=(5.4, 5), sharex=True, sharey="row", layout="constrained"
)
for (name, fed), curve in curves.items():
    column = axes[:, list(optimizers).index(name)]
    for axis, values in zip(column, curve, strict=True):
        step = torch.arange(every, steps + 1, every)
        axis.plot(step, values.mean(dim=1), color=colours[fed], label=fed)
        low, high = values.aminmax(dim=1)
        axis.fill_between(step, low, high, color=colours[fed], alpha=0.3)
    column[0].set_title(name)
    column[1].set_xlabel("step")
for axis in axes[0]:
    axis.axhline(floor, color="black", linestyle=":")
    axis.text(steps, floor - 0.04, "floor", ha="right", va="top")
axes[0, 0].set(ylabel="training loss", ylim=(0, None))
axes[1, 0].set(ylabel="test accuracy", ylim=(0, 1))
axes[1, 1].legend(loc="lower right", frameon=False)
plt.show()

# %%
print(f"after {steps} steps    loss  accuracy (range)")
for (name, fed), curve in curves.items():
    loss, accuracy = curve[:, -1]
    low, high = accuracy.aminmax()
    print(
        f"{name:4} {fed:13} {loss.mean():.2f}"
        f"  {accuracy.mean():.2f} ({low:.2f} to {high:.2f})"
    )

# %% [markdown]
# On logits the two optimisers do equally well.
# Behind a second softmax the loss stops short of the floor with both.
# SGD pays for it in all twelve networks, the unluckiest with more than a tenth of the test images.
# With Adam the accuracy gives nothing away.

# %%
for name in optimizers:
    assert (curves[name, "softmax first"][0] > floor).all()
    assert (curves[name, "logits"][0, -1] < 0.2).all()

gap = curves["SGD", "logits"][1, -1] - curves["Adam", "logits"][1, -1]
assert (gap.abs() < 0.03).all()

lost = {
    name: curves[name, "logits"][1, -1]
    - curves[name, "softmax first"][1, -1]
    for name in optimizers
}
assert (lost["SGD"] > 0).all() and lost["SGD"].max() > 0.1
assert (lost["Adam"].abs() < 0.03).all()

# %% [markdown]
# ## Adam does not see how small the gradient is
#
# Before the first step, compare the length of the gradient on logits with its length behind a second softmax.

# %%
lengths = {}
for fed, softmax_first in feeds.items():
    gradients = vmap(grad(loss_of), in_dims=(0, None, None, None))(
        start, inputs[train], target[train], softmax_first
    )
    flat = torch.cat([g.flatten(1) for g in gradients.values()], dim=1)
    lengths[fed] = flat.norm(dim=1)
ratio = lengths["logits"] / lengths["softmax first"]
print(f"times longer on logits: {ratio.min():.1f} to {ratio.max():.1f}")
assert (ratio > 5).all()

# %% [markdown]
# An SGD step is as long as the gradient makes it, so SGD crawls.
# Adam divides the gradient by its own recent size, and a factor in front of it cancels.
#
# ## Change it
#
# - Give SGD ten times its learning rate: how much of the gap closes, and for how many of the networks?
# - Give Adam ten times its learning rate: how many networks never learn one of the digits?
