"""Tell by the value, and by the gradient, what became of the void."""

import torch
from torch.nn import functional as F

HINTS = (
    "Three things are in the way of the masks: a dimension, a dtype and "
    "the number 255. Take them one by one.",
    "cross_entropy wants int64 indices of shape (N, H, W). Take away the "
    "channel and no other dimension, also in a batch of one image.",
    "F.cross_entropy has an argument ignore_index; what it names is left "
    "out of the sum, and out of the number of pixels in the mean.",
)

QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "mask_with_a_channel": QUIRKS
    + "a_mask_for_cross_entropy_has_no_channel_dimension/",
    "bare_squeeze": QUIRKS + "a_bare_squeeze_loses_a_batch_of_one/",
    "void_as_an_extra_class": QUIRKS
    + "a_void_pixel_of_255_is_no_class_until_ignored/",
    "void_as_background": QUIRKS
    + "a_void_pixel_of_255_is_no_class_until_ignored/",
    "mean_over_ignored": QUIRKS
    + "a_mean_by_hand_counts_the_ignored_positions/",
}
# N, C, H, W, and the size of the logits.
BATCHES = (
    (3, 4, 2, 5, 1.0),
    (2, 2, 3, 3, 1.0),
    (4, 21, 4, 4, 1.0),
    (1, 3, 4, 3, 1.0),
    (2, 3, 1, 1, 1.0),
    (2, 3, 4, 3, 400.0),
    (1, 200, 10, 20, 1.0),
)


def check(attempt):
    torch.manual_seed(0)
    for number, (n, c, h, w, scale) in enumerate(BATCHES):
        logits = torch.randn(n, c, h, w, dtype=torch.float64) * scale
        masks = torch.arange(n * h * w).remainder(c).to(torch.uint8)
        masks = masks.view(n, 1, h, w)
        masks[-1, 0, 0, 0] = 255
        if h > 1:
            masks[0, 0, 1] = 255  # the first image has more void
        yield from look(attempt, logits, masks)
        if number == 1:
            whole = masks.clone()
            whole[whole == 255] = 1
            yield from look(attempt, logits, whole)
    found = attempt.pixel_loss(
        torch.zeros(1, 3, 2, 2), masks[:1, :, :2, :2]
    )
    if found.dtype != torch.float32:
        yield ("", f"Logits in float32 give a loss in {found.dtype}.")


def look(attempt, logits, masks):
    what = f"With logits of shape {tuple(logits.shape)}"
    mine, given = logits.clone().requires_grad_(), masks.clone()
    try:
        loss = attempt.pixel_loss(mine, given)
    except NotImplementedError:
        raise
    except (RuntimeError, ValueError, IndexError) as error:
        yield stopped(what, str(error).partition("\n")[0], logits)
        return
    if not isinstance(loss, torch.Tensor) or loss.shape != ():
        yield (
            "",
            f"{what} the result is of type {type(loss).__name__} and of "
            f"shape {tuple(getattr(loss, 'shape', ()))}; one number in a "
            "tensor is wanted.",
        )
        return
    twin = logits.clone().requires_grad_()
    real = masks[:, 0] != 255
    wanted = each_pixel(twin, masks[:, 0], 0)[real].mean()
    if not close(loss, wanted):
        yield fault(what, loss.detach(), wanted.item(), logits, masks[:, 0])
        return
    if not given.equal(masks):
        yield (
            "",
            "The loss is right, and the masks have been overwritten: what "
            "was 255 in them is not any more, and the caller needs them.",
        )
        return
    if not loss.requires_grad:
        yield (
            "",
            f"{what} the loss is right and has lost its graph: no gradient "
            "reaches the logits.",
        )
        return
    loss.backward()
    wanted.backward()
    if not torch.allclose(mine.grad, twin.grad, atol=1e-7):
        yield (
            "",
            f"{what} the loss is right, and its gradient is off by "
            f"{(mine.grad - twin.grad).abs().max():.4g}.",
        )


def each_pixel(logits, mask, void):
    target = mask.long().masked_fill(mask == 255, void)
    return F.cross_entropy(logits, target, reduction="none")


def close(one, other):
    one, other = (float(torch.as_tensor(x).detach()) for x in (one, other))
    return abs(one - other) <= 1e-6 * max(1, abs(other))


def stopped(what, said, logits):
    classes = logits.shape[1]
    if said.startswith("Target 255 is out") or said.startswith(
        f"Target {classes} is out"
    ):
        return (
            "void_as_an_extra_class",
            f"{what} your function stops with '{said}': the void is taken "
            f"for a class, and the model has logits for {classes} others.",
        )
    if "spatial targets" in said and "dimension: 4" in said:
        return (
            "mask_with_a_channel",
            f"{what} your function stops with '{said}': the masks still "
            "have the channel of an image, and a class index needs none.",
        )
    if 1 in (logits.shape[0], logits.shape[2]) and "size" in said:
        return (
            "bare_squeeze",
            f"{what} your function stops with '{said}': a dimension of "
            "size 1 that is no channel has gone with the channel.",
        )
    if "Byte" in said:
        return (
            "",
            f"{what} your function stops with '{said}': an image reader "
            "gives uint8, and class indices are int64.",
        )
    return ("", f"{what} your function stops with '{said}'.")


def fault(what, found, right, logits, mask):
    found = found.item()
    real = mask != 255
    void = int((~real).sum())
    classes = logits.shape[1]
    what = f"{what} the loss is {found:.4f} and should be {right:.4f}"
    for painted in range(classes):
        if close(found, each_pixel(logits, mask, painted).mean()):
            return (
                "void_as_background",
                f"{what}: that is the mean with the {void} void pixels "
                f"painted as class {painted}, which nobody saw there.",
            )
    more = torch.cat([logits, torch.zeros_like(logits[:, :1])], dim=1)
    wider = each_pixel(more, mask, classes)
    if close(found, wider.mean()) or close(found, wider[real].mean()):
        return (
            "void_as_an_extra_class",
            f"{what}: there is one logit more than the model has, of 0, "
            f"for the {void} void pixels. It takes a share of every pixel, "
            "and void is nothing to be predicted.",
        )
    each = each_pixel(logits, mask, 0)
    if not abs(found) < float("inf"):
        return (
            "",
            f"{what}: with logits of {logits.max():.0f} a number on the "
            "way leaves the range of a float. cross_entropy stays inside.",
        )
    kept = each * real
    for lost in range(classes):
        if close(found, each[real & (mask != lost)].mean()):
            return (
                "",
                f"{what}: the pixels of class {lost} have gone with the "
                "void, and they have a class.",
            )
    if close(found, kept.mean()):
        return (
            "mean_over_ignored",
            f"{what}: the sum over {int(real.sum())} pixels is divided by "
            f"{real.numel()}. Void pixels with a loss of 0 still count in "
            "a mean.",
        )
    images = kept.sum((1, 2)) / real.sum((1, 2))
    if close(found, images[real.any(2).any(1)].mean()):
        return (
            "",
            f"{what}: each image counts the same, so that a pixel counts "
            "more beside many void ones.",
        )
    if close(found, kept.sum()):
        return ("", f"{what}: that is the sum, and a mean is wanted.")
    flat = logits.reshape(-1, classes)
    misread = F.cross_entropy(
        flat, mask.reshape(-1).long(), ignore_index=255
    )
    if close(found, misread):
        return (
            "",
            f"{what}: reshape(-1, {classes}) cuts rows across the pixels. "
            "Move the classes to the end first, or leave the shape alone.",
        )
    return ("", f"{what}.")
