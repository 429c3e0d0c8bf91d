"""Look at logits between 0 and one half, at large ones, and at shapes."""

import torch

HINTS = (
    "A logit of 0 is a probability of one half. How many columns does an "
    "argmax need to choose from?",
    "Yes or no, and tags: a sigmoid for each number. Classes: a softmax "
    "over the dimension of the classes, which is 1 for pixels, too.",
    "logits > 0 and logits.sigmoid() for the one kind, logits.argmax(dim=1)"
    " and logits.softmax(dim=1) for the other.",
)

QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "argmax_over_one_logit": QUIRKS
    + "argmax_over_one_logit_is_always_class_zero/",
    "threshold_on_logits_at_half": QUIRKS
    + "a_model_trained_with_logits_hands_out_logits/",
    "softmax_for_tags": QUIRKS
    + "multi_hot_labels_compete_in_cross_entropy/",
    "classes_in_the_wrong_dimension": QUIRKS
    + "a_softmax_over_dim_zero_makes_samples_compete/",
    "logits_as_probabilities": QUIRKS
    + "a_model_trained_with_logits_hands_out_logits/",
}
# 0.3 is a yes as a logit and a no as a probability; 0 is no yes.
LINE = torch.tensor([-3.0, 0.3, 2.5, -0.2, 200.0, -200.0, 0.0])
TABLE = torch.tensor([[2.0, 0.3, -1], [-4, 1.5, 1.2], [0.0, 3, 200]])


def check(attempt):
    image = torch.arange(48.0).mul(2.4).sin().mul(3).view(2, 3, 2, 4)
    for name, function, classes, batches in (
        (
            "yes_or_no",
            attempt.yes_or_no,
            False,
            [LINE[:, None], LINE[1:2, None]],
        ),
        (
            "one_of_several",
            attempt.one_of_several,
            True,
            [TABLE, TABLE[1:2]],
        ),
        ("tags", attempt.tags, False, [TABLE, TABLE[1:2], TABLE[:2, :2]]),
        ("pixels", attempt.pixels, True, [image, image[1:], square(image)]),
    ):
        for logits in batches:
            result = function(logits.clone())
            if not (isinstance(result, tuple | list) and len(result) == 2):
                yield (
                    "",
                    f"{name} returns {type(result).__name__}; it should "
                    "return two tensors, the labels and the probabilities.",
                )
                return
            labels, probabilities = map(torch.as_tensor, result)
            found = of_labels(name, function, logits, labels, classes)
            found = found or of_probabilities(
                name, logits, probabilities, classes
            )
            if found:
                yield found
                return


def square(image):
    """Make an image as high and as wide as it has classes."""
    return torch.cat([image, image.roll(1, 3)], dim=2)[..., :3, :3]


def of_labels(name, function, logits, labels, classes):
    """Return what is wrong with the labels, or None."""
    shape, size = tuple(labels.shape), tuple(logits.shape)
    others = [d for d in range(logits.ndim) if d != 1]
    fair = logits.argmax(1) if classes else (logits > 0)
    if name == "yes_or_no" and len({*labels.flatten().tolist()}) == 1:
        only = labels.flatten()[0].item()
        if only == 0 and labels.numel() == len(logits) > 1:
            return (
                "argmax_over_one_logit",
                f"yes_or_no: for {logits[0, 0]:.1f}, {logits[1, 0]:.1f} "
                f"and all other logits the label is {only}: an argmax over "
                "one column is always 0, and a softmax over it always 1.",
            )
    if shape != tuple(fair.shape):
        gone = [d for d in others if size[:d] + size[d + 1 :] == shape]
        if classes and gone:
            return (
                "classes_in_the_wrong_dimension",
                f"{name}: logits of shape {size} give labels of shape "
                f"{shape}: dimension {gone[-1]} is gone, and the classes, "
                "which are in dimension 1, are still there.",
            )
        return (
            "",
            f"{name}: logits of shape {size} give labels of shape {shape}, "
            f"and the task asks for {tuple(fair.shape)}.",
        )
    if labels.is_floating_point():
        return "", f"{name}: labels of {labels.dtype} are no whole numbers."
    wrong = (labels.long() != fair.long()).flatten().nonzero()
    if len(wrong) == 0:
        return None
    if classes:
        for dim in others:
            other = logits.argmax(dim)
            if other.shape == labels.shape and torch.equal(other, labels):
                return (
                    "classes_in_the_wrong_dimension",
                    f"{name}: the labels are positions in dimension {dim} "
                    "of the logits, and the classes are in dimension 1.",
                )
        return (
            "",
            f"{name}: {len(wrong)} of {fair.numel()} labels are not the "
            "class with the largest logit.",
        )
    index = wrong[0, 0]
    logit = logits.flatten()[index]
    seen = (
        f"{name}: for a logit of {logit:.1f}, a probability of "
        f"{logit.sigmoid():.3f}, the label is {labels.flatten()[index]:d}"
    )
    between = torch.tensor([[0.49], [0.51]]).expand(2, logits.shape[1])
    no, yes = torch.as_tensor(function(between)[0])
    at_half = bool(yes.all() and not no.any())
    if at_half and torch.equal(labels.bool(), logits > 0.5):
        return (
            "threshold_on_logits_at_half",
            seen + ": one half is the threshold of a probability, and a "
            "logit meets it at 0.",
        )
    # Three tags alike: in a softmax none of them has more than a third.
    alike = torch.as_tensor(function(torch.full((1, 3), 3.0))[0])
    shared = torch.equal(labels.bool(), logits.softmax(1) > 0.5)
    if shared and not alike.any():
        return (
            "softmax_for_tags",
            seen + ": the tags share one softmax, so two of them cannot "
            "both be above one half.",
        )
    return "", seen + ", and yes is what is more probable than one half."


def of_probabilities(name, logits, probabilities, classes):
    """Return what is wrong with the probabilities, or None."""
    fair = logits.softmax(1) if classes else logits.sigmoid()
    if probabilities.shape != fair.shape:
        return (
            "",
            f"{name}: logits of shape {tuple(logits.shape)} give "
            f"probabilities of shape {tuple(probabilities.shape)}, and "
            "each logit has one.",
        )
    if not probabilities.isfinite().all():
        return (
            "",
            f"{name}: for logits of {logits.min():.0f} and "
            f"{logits.max():.0f} a probability is not finite.",
        )
    if torch.allclose(probabilities.float(), fair, atol=1e-4):
        return None
    if torch.equal(probabilities, logits):
        return (
            "logits_as_probabilities",
            f"{name}: the probabilities run from {probabilities.min():.1f} "
            f"to {probabilities.max():.1f}: the sigmoid or softmax was in "
            "the loss, and the model returns logits.",
        )
    if classes:
        for dim in [d for d in range(logits.ndim) if d != 1]:
            if torch.allclose(
                probabilities, logits.softmax(dim), atol=1e-4
            ):
                total = probabilities.sum(1).flatten()[0]
                return (
                    "classes_in_the_wrong_dimension",
                    f"{name}: the classes of the first one add up to "
                    f"{total:.4f}, not 1: the shares are those of "
                    f"dimension {dim}.",
                )
    elif torch.allclose(probabilities, logits.softmax(1), atol=1e-4):
        if name == "yes_or_no":
            return (
                "argmax_over_one_logit",
                "yes_or_no: every probability is 1: a softmax over one "
                "column leaves nothing to share.",
            )
        return (
            "softmax_for_tags",
            f"{name}: the tags of the first photo add up to 1: a softmax "
            "makes them compete, and each is a question of its own.",
        )
    index = (probabilities - fair).abs().flatten().argmax()
    return (
        "",
        f"{name}: for a logit of {logits.flatten()[index]:.1f} the "
        f"probability is {probabilities.flatten()[index]:.4f}, and it "
        f"should be {fair.flatten()[index]:.4f}.",
    )
