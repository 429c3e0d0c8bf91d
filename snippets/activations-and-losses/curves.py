"""The loss while a linear layer trains, by activation, loss and target.

What differs in the dtype of the target alone trains alike: it is trained
once, and a curve that several have is kept once.
"""

import inspect
import json
import warnings
from itertools import product

import torch
from torch import nn

ACTIVATIONS = {
    "none": nn.Identity(),
    "Sigmoid": nn.Sigmoid(),
    "Softmax": nn.Softmax(dim=1),
    "LogSoftmax": nn.LogSoftmax(dim=1),
    "LogSigmoid": nn.LogSigmoid(),
    "Tanh": nn.Tanh(),
    "ReLU": nn.ReLU(),
    "ReLU6": nn.ReLU6(),
    "Hardtanh": nn.Hardtanh(),
    "Hardsigmoid": nn.Hardsigmoid(),
    "Softplus": nn.Softplus(),
    "GELU": nn.GELU(),
}
STEPS = [0, 2, 4, 7, 10, 15, 20, 30, 40, 50, 60]
SAMPLES, CLASSES = 60, 4

# Four classes along a line, and every fifth sample is of the next class.
x = torch.linspace(-1.5, 1.5, SAMPLES, dtype=torch.float64)
inputs = torch.stack([x, x**2], dim=1)
ahead = torch.cat([inputs, torch.ones_like(inputs[:, :1])], dim=1)
number = torch.arange(SAMPLES)
odd = number % 5 == 0
index = (number * CLASSES // SAMPLES + odd.long()) % CLASSES
label = ((x > 0) ^ odd).double()
one_hot = nn.functional.one_hot(index, CLASSES).double()
multi_hot = one_hot + one_hot.roll(1, dims=1)
real = 2 * x - 0.5 + odd * (number % 10 - 2.5) / 5
SCALES = torch.tensor([1, -1, 0.5, 2])
OUTPUTS = {CLASSES: "(N, C)", 1: "(N, 1)"}
TARGETS = {  # by the number of outputs: what the target holds, its shape
    CLASSES: {
        ("class index", "(N,)"): index,
        ("binary label", "(N,)"): label.long(),
        ("one-hot", "(N, C)"): one_hot,
        ("multi-hot", "(N, C)"): multi_hot,
        ("probabilities", "(N, C)"): 0.7 * one_hot + 0.3 / CLASSES,
        ("real-valued", "(N, C)"): real[:, None] * SCALES,
        ("plus or minus one", "(N, C)"): 2 * multi_hot - 1,
    },
    1: {
        ("binary label", "(N, 1)"): label[:, None],
        ("binary label", "(N,)"): label,
        ("real-valued", "(N, 1)"): real[:, None],
        ("real-valued", "(N,)"): real,
        ("plus or minus one", "(N, 1)"): 2 * label[:, None] - 1,
        ("plus or minus one", "(N,)"): 2 * label - 1,
    },
}


def losses() -> dict[str, nn.Module]:
    """Return torch's losses of an input and a target, as they come."""
    found = {}
    for name, loss in sorted(vars(nn).items()):
        if name.endswith("Loss") and inspect.isclass(loss):
            settings = inspect.signature(loss).parameters.values()
            given = all(
                s.default is not s.empty or s.kind is s.VAR_KEYWORD
                for s in settings
            )
            takes = len(inspect.signature(loss.forward).parameters)
            if given and takes == 3:
                found[name] = loss()
    return found


def short(loss: float) -> float | str:
    """Return three digits, or in a word what is no number."""
    value = float(f"{loss:.3g}")
    return value if abs(value) < 1e300 else str(value)


def curve(
    activation: nn.Module,
    criterion: nn.Module,
    target: torch.Tensor,
    outputs: int,
) -> list[float | str]:
    """Train a linear layer by momentum; return the loss at some steps."""
    torch.manual_seed(0)
    start = nn.Linear(inputs.shape[1], outputs).double()
    weights = torch.cat([start.weight.T, start.bias[None]]).detach()
    speed, seen = torch.zeros_like(weights), []
    for step in range(STEPS[-1] + 1):
        weights.requires_grad_()
        loss = criterion(activation(ahead @ weights), target)
        (slope,) = torch.autograd.grad(loss, weights)
        speed = 0.9 * speed + slope
        weights = weights.detach() - 0.1 * speed
        if step in STEPS:
            seen.append(short(loss.item()))
    return seen


def rows() -> list[dict]:
    """Train all that run; keep each curve once, with what has it."""
    found: dict[str, list[str]] = {}
    forms = [(n, *form) for n, of in TARGETS.items() for form in of.items()]
    pairs = [*product(ACTIVATIONS.items(), losses().items())]
    for (outputs, (kind, shape), target), pair in product(forms, pairs):
        (name, activation), (loss, criterion) = pair
        try:
            seen = curve(activation, criterion, target, outputs)
        except (RuntimeError, ValueError, IndexError):
            continue
        form = OUTPUTS[outputs], kind, shape
        trains = " | ".join([name, loss, *form])
        found.setdefault(json.dumps(seen), []).append(trains)
    return [
        {"curve": json.loads(seen), "trains": trains}
        for seen, trains in found.items()
    ]


if __name__ == "__main__":
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    print(json.dumps({"steps": STEPS, "rows": rows()}))
