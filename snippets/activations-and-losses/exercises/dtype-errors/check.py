"""Try batches of four and of one, and look at dtypes and gradients."""

import torch
from torch import nn
from torch.nn import functional

HINTS = (
    "Double is float64, Float is float32 and Long is int64. Which tensor "
    "does each message mean, and where is the other one made?",
    "Convert data, not the model and not its logits. A binary loss "
    "calculates with its labels; CrossEntropyLoss looks its labels up.",
    "inputs.float() and labels.float() in the first function, and "
    "labels.long() in the second.",
)

QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "casts_the_model": QUIRKS
    + "numpy_makes_float64_and_a_layer_wants_float32/",
    "labels_as_float64": QUIRKS
    + "numpy_makes_float64_and_a_layer_wants_float32/",
    "class_indices_as_floats": QUIRKS
    + "class_indices_are_int64_not_int32/",
    "casts_the_logits": QUIRKS
    + "binary_labels_are_floats_and_int64_is_refused/",
}


def weights_of(model):
    return torch.cat([p.detach().flatten() for p in model.parameters()])


def check(attempt):
    torch.manual_seed(0)
    inputs = torch.tensor([[0.3, -1], [2, 0.7], [1.2, 0], [-0.6, 1]])
    yes = torch.tensor([[1], [0], [0], [1]])
    classes = torch.tensor([1, 0, 1, 2])
    tasks = [
        (
            "yes_or_no",
            attempt.yes_or_no,
            nn.Linear(2, 1),
            inputs.double(),
            yes,
            functional.binary_cross_entropy_with_logits,
            yes.float(),
        ),
        (
            "one_of_three",
            attempt.one_of_three,
            nn.Linear(2, 3),
            inputs,
            classes.float(),
            functional.cross_entropy,
            classes,
        ),
    ]
    for name, function, model, given, labels, criterion, target in tasks:
        for rows in slice(0, 4), slice(2, 3):
            before = weights_of(model)
            message = ""
            try:
                loss = function(model, given[rows], labels[rows])
            except Exception as error:
                message = str(error).rstrip(".")
            after = weights_of(model)
            if after.dtype != before.dtype:
                yield (
                    "casts_the_model",
                    f"After {name} the caller's model is in {after.dtype}: "
                    "a module is converted in place, and the batches that "
                    "come after this one do not fit it any more.",
                )
                return
            if message:
                found = next(
                    (k for k, words in BELIEFS if words in message), ""
                )
                why = WHY[found] if found or "type" in message else "."
                yield found, f"{name} stops with: {message}{why}"
                return
            fair = criterion(model(inputs[rows]), target[rows])
            if not isinstance(loss, torch.Tensor):
                kind = type(loss).__name__
                yield "", f"{name} returns a {kind}; a tensor is wanted."
                return
            if not loss.requires_grad:
                yield (
                    "",
                    f"The loss of {name} has no gradient: the way back to "
                    "the logits is cut.",
                )
                return
            if abs(loss.item() - fair.item()) > 1e-4:
                yield (
                    "",
                    f"For {len(inputs[rows])} rows the loss of {name} is "
                    f"{loss.item():.4f}, and it should be "
                    f"{fair.item():.4f}.",
                )
                return
            if loss.dtype != torch.float32:
                is_double = loss.dtype == torch.float64
                yield (
                    "labels_as_float64" if is_double else "",
                    f"The loss of {name} is {loss.dtype}, and float32 is "
                    "wanted"
                    + (
                        ": with one float64 tensor in a sum, all of it "
                        "becomes float64."
                        if is_double
                        else "."
                    ),
                )
                return
            wanted = torch.autograd.grad(fair, [*model.parameters()])
            try:
                had = torch.autograd.grad(loss, [*model.parameters()])
            except RuntimeError as error:
                yield (
                    "",
                    f"No gradient of {name} reaches the model: {error}",
                )
                return
            pairs = zip(wanted, had, strict=True)
            if not all(torch.allclose(a, b, atol=1e-5) for a, b in pairs):
                yield "", f"{name}: the loss is right, its gradient is not."
                return


# What a message tells of the belief behind it; the first that fits.
BELIEFS = (
    ("casts_the_logits", "not implemented for 'Long'"),
    ("casts_the_logits", "not implemented for 'Int'"),
    ("class_indices_as_floats", "to be Long or Byte, but got Float"),
)
WHY = {
    "casts_the_logits": ". What comes first in a loss is calculated with "
    "and needs its fractions, and whole numbers come here.",
    "class_indices_as_floats": ". Class indices say where to look, and "
    "CrossEntropyLoss wants such numbers whole, as int64.",
    "": ". The message names the two dtypes that met.",
}
