"""Weigh outputs that are unsure, sure and right, and sure and wrong."""

import warnings

import torch
from torch.nn import functional

HINTS = (
    "For each task, ask what one label may be: any number, yes or no, one "
    "of several, several yes or no, one of several for each word.",
    "Yes or no and tags take BCEWithLogitsLoss and floats in the shape of "
    "the outputs; one of several takes CrossEntropyLoss and int64 indices.",
    "Outputs are 1, 1, 10, 6 and 4. CrossEntropyLoss finds its classes in "
    "dimension 1, so the words want logits.transpose(1, 2) before it.",
)

QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "softmax_for_tags": QUIRKS
    + "multi_hot_labels_compete_in_cross_entropy/",
    "one_output_for_digits": QUIRKS
    + "cross_entropy_over_one_output_is_always_zero/",
    "activation_in_front": QUIRKS
    + "a_softmax_before_cross_entropy_hides_behind_its_floor/",
    "labels_as_floats": QUIRKS + "class_indices_are_int64_not_int32/",
    "time_before_classes": QUIRKS
    + "cross_entropy_takes_time_steps_for_classes/",
}
RAW = {
    "price": [2.5, -1.0, 250000.5],
    "spam": [True, False, True],
    "digit": [3, 0, 9],
    "photo": [{0, 4}, set(), {2}],
    "words": [[0, 3, 1], [2, 2, 0], [1, 0, 3]],
}
OUTPUTS = {"price": 1, "spam": 1, "digit": 10, "photo": 6, "words": 4}
ONE_OF = {"digit", "words"}  # several classes that exclude each other


def fair_target(name, raw, outputs):
    """Return the labels as 0 and 1, in the shape of the outputs."""
    if name == "price":
        return torch.tensor(raw)[:, None]
    if name == "photo":
        rows = [[float(tag in tags) for tag in range(6)] for tags in raw]
        return torch.tensor(rows)
    labels = torch.tensor(raw).long()
    if outputs == 1:
        return labels[:, None].float()
    return functional.one_hot(labels, outputs).float()


def fair_loss(logits, hot):
    """Return binary cross-entropy for one column or tags, else cross."""
    if hot.shape[-1] in (1, 6):
        return functional.binary_cross_entropy_with_logits(logits, hot)
    return -(logits.log_softmax(-1) * hot).sum(-1).mean()


def check(attempt):
    heads = attempt.heads()
    if missing := RAW.keys() - heads.keys():
        yield "", f"heads() has no entry for {', '.join(sorted(missing))}."
        return
    for name, raw in RAW.items():
        outputs, criterion, target_of = heads[name]
        if found := of_task(name, raw, outputs, criterion, target_of):
            yield found
            return
        if name == "words":
            # As many words as classes: here no order raises an error.
            raw = [[0, 3, 1, 1], [2, 2, 0, 3]]
            if found := of_task(name, raw, outputs, criterion, target_of):
                yield found
        elif found := of_task(name, raw[:1], outputs, criterion, target_of):
            yield found


def of_task(name, raw, outputs, criterion, target_of):
    """Return what is wrong with one head, or None."""
    binary = name == "spam" and outputs == 2
    if name == "digit" and outputs == 1:
        return (
            "one_output_for_digits",
            "digit: with one output the model can only say how large the "
            "digit is, and to doubt between 0 and 9 it has to say 4 or 5; "
            "ten classes take ten outputs.",
        )
    if outputs != OUTPUTS[name] and not binary:
        return (
            "",
            f"{name}: the layer has {outputs} outputs, and such a label "
            f"is settled by {OUTPUTS[name]}.",
        )
    hot = fair_target(name, raw, outputs)
    target = target_of(raw)
    weigh = Weigh(name, criterion, target, hot)
    if name == "price":
        return of_price(weigh)
    unsure = torch.linspace(-2, 1.5, hot.numel()).sin().view(hot.shape)
    found, said = weigh(unsure)
    if said:
        return weigh.complaint(said)
    fair = fair_loss(unsure, hot)
    right, said = weigh(20 * (2 * hot - 1))
    wrong, also = weigh(-40 * (2 * hot - 1))
    if said or also:
        return weigh.complaint(said or also)
    worst = fair_loss(-40 * (2 * hot - 1), hot)
    if name == "photo" and close(
        found, functional.cross_entropy(unsure, hot)
    ):
        return (
            "softmax_for_tags",
            "photo: the six tags share one softmax, so the loss of a photo "
            f"with two tags cannot fall below {two_tags(criterion):.4f}, "
            "and that of a photo without tags is always 0.",
        )
    if name == "words" and hot.shape[1] == hot.shape[2]:
        # The labels count along the words, where the classes should be.
        indices = hot.argmax(-1)
        if close(found, functional.cross_entropy(unsure, indices)):
            return (
                "time_before_classes",
                f"words: with four words and four classes the loss is "
                f"{found:.4f} and should be {fair:.4f}, without an error: "
                "the classes are looked for among the words.",
            )
    if close(found, fair) and close(wrong, worst) and close(right, 0):
        return weigh.gradient(unsure)
    twice = unsure.softmax(-1), unsure.sigmoid(), unsure.tanh()
    if any(close(found, fair_loss(squeezed, hot)) for squeezed in twice):
        return (
            "activation_in_front",
            f"{name}: with outputs that are right and sure the loss is "
            f"{right:.4f} still: an activation has squeezed them before "
            "the criterion applies its own.",
        )
    if close(found, fair) and not close(wrong, worst):
        return (
            "",
            f"{name}: a mistake made with logits of 40 costs {wrong:.4f}, "
            f"not {worst:.4f}; smaller ones cost what they should.",
        )
    return (
        "",
        f"{name}: the loss of some unsure outputs is {found:.4f}, and the "
        f"mean over samples should be {fair:.4f}.",
    )


def of_price(weigh):
    """Any distance will do: nothing at the price, more further away."""
    found, said = weigh(weigh.hot)
    if said:
        return weigh.complaint(said)
    if not close(found, 0):
        return (
            "",
            "price: with outputs that equal the prices the loss is "
            f"{found:.4f}, not 0.",
        )
    for step in 1.0, -1.0:
        near, _ = weigh(weigh.hot + step)
        far, _ = weigh(weigh.hot + 3 * step)
        if not 0.01 < near < far:
            return (
                "",
                f"price: outputs that are off by {step} and by {3 * step} "
                f"cost {near:.4f} and {far:.4f}; the second is worse.",
            )
    return weigh.gradient(weigh.hot + 1)


def close(one, other):
    return abs(float(one) - float(other)) < 1e-3


def two_tags(criterion):
    logits = torch.tensor([[20.0, 20, 0, 0, 0, 0]])
    return criterion(logits, torch.tensor([[1.0, 1, 0, 0, 0, 0]]))


class Weigh:
    """A criterion with its target, and the words for what it says."""

    def __init__(self, name, criterion, target, hot):
        self.name, self.criterion = name, criterion
        self.target, self.hot = target, hot

    def __call__(self, outputs):
        """Return the loss, or None and the message."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                loss = self.criterion(outputs, self.target)
        except Exception as error:
            return None, str(error)
        if loss.ndim:
            return None, f"the loss has shape {tuple(loss.shape)}"
        return loss.detach(), ""

    def complaint(self, said):
        kind = f"{tuple(self.target.shape)} and {self.target.dtype}"
        if "Expected target size" in said:
            return (
                "time_before_classes",
                f"{self.name}: the criterion says: {said}. It takes "
                "dimension 1 of the outputs for the classes, and finds the "
                "words there.",
            )
        if self.name in ONE_OF and "target dtype to be Long" in said:
            return (
                "labels_as_floats",
                f"{self.name}: the target has dtype {self.target.dtype}, "
                "and class indices are whole numbers that the criterion "
                f"looks up: {said}.",
            )
        if "between 0 and 1" in said:
            return (
                "",
                f"{self.name}: BCELoss takes probabilities, and a linear "
                f"layer returns logits: {said}.",
            )
        return (
            "",
            f"{self.name}: outputs of shape {tuple(self.hot.shape)} and a "
            f"target of {kind} do not fit this criterion: {said}",
        )

    def gradient(self, outputs):
        outputs = outputs.clone().requires_grad_()
        loss = self.criterion(outputs, self.target)
        if not loss.requires_grad:
            return "", f"{self.name}: no gradient reaches the outputs."
        if loss.dtype != outputs.dtype:
            return (
                "",
                f"{self.name}: outputs in {outputs.dtype} have a loss in "
                f"{loss.dtype}, for the target has {self.target.dtype}.",
            )
        return None
