"""Compare with item beside label, in batches of several and of one."""

import warnings

import torch
from torch.nn import functional

HINTS = (
    "For each function, write down both shapes. Which item of the one "
    "belongs to which of the other?",
    "Give the labels of the first two a column of their own. The third "
    "loss looks for its classes in dimension 1.",
    "labels.unsqueeze(1), prices.unsqueeze(1), logits.transpose(1, 2).",
)

QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "every_pair_is_compared": QUIRKS
    + "mse_pairs_every_output_with_a_flat_target/",
    "reshape_instead_of_transpose": QUIRKS
    + "a_wrong_view_turns_features_into_samples/",
    "bare_squeeze_loses_a_batch_of_one": QUIRKS
    + "a_bare_squeeze_loses_a_batch_of_one/",
    "words_beside_foreign_tags": QUIRKS
    + "cross_entropy_takes_time_steps_for_classes/",
}


def called(function, outputs, labels):
    """Return the loss, or None and what PyTorch said."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return function(outputs, labels), ""
    except Exception as error:
        return None, str(error)


def fits(found, fair):
    return found.shape == fair.shape and abs(found - fair) < 1e-4


def columns(name, function, loss_of, labels):
    """Check a loss of one output per item."""
    outputs = torch.linspace(-2, 3, len(labels)).unsqueeze(1)
    outputs.requires_grad_()
    found, said = called(function, outputs, labels)
    fair = loss_of(outputs, labels.unsqueeze(1), reduction="mean")
    n = len(labels)
    pairs = loss_of(outputs.expand(n, n), labels.expand(n, n))
    if said and n == 1:
        yield (
            "bare_squeeze_loses_a_batch_of_one" if "[]" in said else "",
            f"{name} is right for a batch of five, and with one item in "
            f"the batch PyTorch says: {said}",
        )
    elif said:
        yield (
            "",
            f"{name}: for outputs of shape ({n}, 1) PyTorch says: {said}",
        )
    elif fits(found, pairs) and not fits(found, fair):
        yield (
            "every_pair_is_compared",
            f"{name} returns {found:.4f} for {n} items, which is the mean "
            f"over all {n * n} pairs of an output and a label; each output "
            f"with its own label gives {fair:.4f}.",
        )
    elif not fits(found, fair):
        yield (
            "",
            f"{name} returns {value(found)} for {n} items, and each output "
            f"with its own label gives {fair:.4f}.",
        )
    elif not torch.allclose(*gradients(outputs, found, fair)):
        yield "", f"{name} has the right value, and a wrong gradient."


def value(loss):
    return f"{loss:.4f}" if loss.ndim == 0 else f"a tensor of {loss.shape}"


def gradients(outputs, *losses):
    return [
        torch.autograd.grad(x, outputs)[0]
        if x.requires_grad
        else torch.full_like(outputs, torch.nan)
        for x in losses
    ]


def check(attempt):
    torch.manual_seed(0)
    labels = torch.tensor([1.0, 0, 0, 1, 1])
    prices = torch.tensor([2.5, 1, -1, 4, 0.5])
    for batch in slice(0, 5), slice(2, 3):
        yield from columns(
            "spam_loss",
            attempt.spam_loss,
            functional.binary_cross_entropy_with_logits,
            labels[batch],
        )
        yield from columns(
            "price_loss",
            attempt.price_loss,
            functional.mse_loss,
            prices[batch],
        )
    # The last has as many words as classes: there no order is refused.
    for n, words in (2, 5), (1, 5), (2, 1), (1, 1), (3, 4):
        logits = torch.randn(n, words, 4, requires_grad=True)
        tags = torch.arange(n * words).reshape(n, words) * 3 % 4
        found, said = called(attempt.tag_loss, logits, tags)
        if said:
            yield (
                "",
                f"tag_loss: for logits of shape ({n}, {words}, 4) PyTorch "
                f"says: {said}",
            )
            return
        fair = functional.cross_entropy(
            logits.flatten(0, 1), tags.flatten()
        )
        if fits(found, fair):
            if not torch.allclose(*gradients(logits, found, fair)):
                yield (
                    "",
                    "tag_loss has the right value, and a wrong gradient.",
                )
                return
            continue
        shaken = functional.cross_entropy(logits.reshape(n, 4, words), tags)
        swapped = functional.cross_entropy(
            logits.transpose(0, 1).flatten(0, 1), tags.flatten()
        )
        if fits(found, shaken):
            yield (
                "reshape_instead_of_transpose",
                f"tag_loss returns {found:.4f}, not {fair:.4f}: a reshape "
                "keeps the numbers in their order and cuts them up anew, "
                "so that one word's logits come from several words.",
            )
        elif fits(found, swapped):
            yield (
                "words_beside_foreign_tags",
                f"tag_loss returns {found:.4f}, not {fair:.4f}: the logits "
                "run through the sentences word by word, and the tags "
                "sentence by sentence.",
            )
        else:
            yield (
                "",
                f"tag_loss returns {value(found)} for logits of shape "
                f"({n}, {words}, 4), and each word with its own tag gives "
                f"{fair:.4f}.",
            )
        return
