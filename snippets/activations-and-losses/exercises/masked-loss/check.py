"""Tell by value and by gradient which tokens were counted, and how."""

import torch
from torch.nn import functional as F

HINTS = (
    "Which of the N * T positions are real? Compare torch.arange(T) with "
    "lengths, one row for each sequence.",
    "Give cross_entropy the classes in dimension 1, or every token as a "
    "sample of its own; the latter is easy once the tokens are selected.",
    "real = torch.arange(T) < lengths.unsqueeze(1); the loss wants "
    "logits[real] and labels[real].",
)

QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "time_as_classes": QUIRKS
    + "cross_entropy_takes_time_steps_for_classes/",
    "padding_gets_gradient": "activations-and-losses/faq/#mask-padding",
    "mean_over_padding": QUIRKS
    + "a_mean_by_hand_counts_the_ignored_positions/",
    "mean_of_sequence_means": QUIRKS
    + "a_mean_of_batch_means_is_not_the_mean_of_the_data/",
    "ignores_label_zero": "activations-and-losses/faq/#ignore-index",
}
# lengths, T, C: padded, as many steps as classes, empty, alone, whole.
BATCHES = (
    ([5, 2, 1], 5, 4),
    ([4, 1, 2], 4, 4),
    ([0, 3, 1], 3, 5),
    ([1], 1, 2),
    ([1], 6, 3),
    ([3, 3], 3, 4),
    ([2, 1], 4, 3),  # shorter than T, all of them
)


def batch(lengths, steps, classes, scale=1.0):
    lengths = torch.tensor(lengths)
    real = torch.arange(steps) < lengths.unsqueeze(1)
    shape = (len(lengths), steps)
    logits = torch.randn(*shape, classes, dtype=torch.float64) * 2
    logits[~real] *= 5
    labels = torch.randint(0, classes, shape)
    labels[0, 0] = 0  # a real token of class 0
    labels[-1, 0] = 1
    labels[~real] = 0
    return logits * scale, labels, lengths, real


def close(one, other):
    return abs(one - other) <= 1e-6 * max(1, abs(other))


def check(attempt):
    torch.manual_seed(0)
    for lengths, steps, classes in BATCHES:
        yield from look(attempt, *batch(lengths, steps, classes))
    yield from look(attempt, *batch([3, 1], 4, 3, scale=200.0))
    logits, labels, lengths, _ = batch([3, 1], 4, 3)
    found = attempt.masked_loss(logits.float(), labels, lengths)
    if found.dtype != torch.float32:
        yield ("", f"Logits in float32 give a loss in {found.dtype}.")


def look(attempt, logits, labels, lengths, real):
    what = (
        f"With lengths {lengths.tolist()}, T = {logits.shape[1]} and "
        f"C = {logits.shape[2]}"
    )
    mine = logits.clone().requires_grad_()
    given, given_lengths = labels.clone(), lengths.clone()
    try:
        loss = attempt.masked_loss(mine, given, given_lengths)
    except NotImplementedError:
        raise
    except (RuntimeError, ValueError, IndexError) as error:
        said = str(error).partition("\n")[0]
        # A label that is a class, and larger than the number of steps.
        label = said.removeprefix("Target ").partition(" ")[0]
        known = label.isdigit() and int(label) < logits.shape[2]
        misread = said.startswith("Expected target size") or known
        name = "time_as_classes" if misread else ""
        why = (
            ": cross_entropy has its classes in dimension 1, and time is "
            "there."
            if name
            else "."
        )
        yield (name, f"{what} your function stops with '{said}'{why}")
        return
    if not isinstance(loss, torch.Tensor) or loss.shape != ():
        yield (
            "",
            f"{what} the loss is of type {type(loss).__name__} and shape "
            f"{tuple(getattr(loss, 'shape', ()))}; one number in a tensor "
            "is wanted.",
        )
        return
    if not (given.equal(labels) and given_lengths.equal(lengths)):
        yield (
            "",
            "Your function has written into the labels or the lengths that "
            "it was given; the caller still needs them.",
        )
        return
    twin = logits.clone().requires_grad_()
    each = F.cross_entropy(twin.transpose(1, 2), labels, reduction="none")
    wanted = each[real].mean()
    if close(loss.item(), wanted.item()):
        yield from gradients(what, loss, mine, wanted, twin, real)
        return
    yield fault(what, loss, mine, each.detach(), labels, lengths, real)


def gradients(what, loss, mine, wanted, twin, real):
    if not loss.requires_grad:
        yield (
            "",
            f"{what} the value is right, and the loss has lost its graph: "
            "no gradient reaches the logits.",
        )
        return
    loss.backward()
    wanted.backward()
    if not mine.grad.isfinite().all():
        yield (
            "",
            f"{what} the value is right, and the gradient is "
            f"{mine.grad.sum().item()}.",
        )
        return
    behind = mine.grad[~real].abs().sum().item()
    if behind != 0:
        yield (
            "padding_gets_gradient",
            f"{what} the value is right, and a gradient of size "
            f"{behind:.4f} still reaches the padding.",
        )
    elif not torch.allclose(mine.grad, twin.grad, atol=1e-7):
        yield (
            "",
            f"{what} the value is right, and the gradient of the real "
            "tokens is not: it is off by "
            f"{(mine.grad - twin.grad).abs().max():.4g}.",
        )


def fault(what, loss, mine, each, labels, lengths, real):
    """Name the way to a wrong value."""
    found = loss.item()
    right = each[real].mean().item()
    what = f"{what} the loss is {found:.4f} and should be {right:.4f}"
    logits = mine.detach()
    n, steps, classes = logits.shape
    over_time = -logits.log_softmax(1)
    misread = [over_time.gather(2, labels.unsqueeze(2)).squeeze(2)]
    if steps == classes:
        misread.append(F.cross_entropy(logits, labels, reduction="none"))
    for other in misread:
        if close(found, other[real].mean().item()) or close(
            found, other.mean().item()
        ):
            return (
                "time_as_classes",
                f"{what}: the softmax runs over the time steps, for "
                "dimension 1 of (N, T, C) is time. Move the classes there, "
                "with transpose and not with view or reshape.",
            )
    if loss.isnan():
        return ("", f"{what}.")
    shaken = logits.reshape(n, classes, steps)
    other = F.cross_entropy(shaken, labels, reduction="none")
    if close(found, other[real].mean()) or close(found, other.mean()):
        return (
            "time_as_classes",
            f"{what}: view and reshape keep the numbers in their order and "
            "cut them up anew, so that one token has logits of several. "
            "transpose moves the classes to dimension 1.",
        )
    masked = each * real
    means = masked.sum(1) / lengths
    kept = real & (labels != 0)
    if any(
        close(found, total.item())
        for total in (means.mean(), means[lengths > 0].mean())
    ):
        return (
            "mean_of_sequence_means",
            f"{what}: each sequence counts the same, so a token of a short "
            "one counts more, and one of length 0 is divided by 0. Add up "
            "all real tokens, and divide once.",
        )
    if kept.any() and (
        close(found, each[kept].mean().item())
        or close(found, each[labels != 0].mean().item())
    ):
        return (
            "ignores_label_zero",
            f"{what}: the real tokens of class 0 have gone with the "
            "padding. The lengths say what is padding, and the label "
            "cannot.",
        )
    padding = 0.0
    if loss.requires_grad:
        grad = torch.autograd.grad(loss, mine)[0]
        padding = grad[~real].abs().sum().item()
    if padding != 0:
        return (
            "padding_gets_gradient",
            f"{what}, and a gradient of size {padding:.4f} reaches the "
            "padding: its positions are part of the sum.",
        )
    counted = masked.sum().item() / found if found else 0.0
    shown = (
        f"{what}: the sum over the real tokens is divided by "
        f"{counted:.4g}, and there are {int(real.sum())} of them"
    )
    boxes = real.numel(), n * int(lengths.max())
    if any(close(counted, box) for box in boxes):
        return (
            "mean_over_padding",
            f"{shown}. Padding with a loss of 0 still counts in a mean.",
        )
    if close(counted, round(counted)):
        return ("", f"{shown}.")
    zeroed = (logits * real.unsqueeze(2)).transpose(1, 2)
    if close(found, F.cross_entropy(zeroed, labels).item()):
        return (
            "",
            f"{what}: logits of 0 are a prediction too, of equal shares, "
            f"and cost log({classes}) at each position of the padding.",
        )
    return ("", f"{what}.")
