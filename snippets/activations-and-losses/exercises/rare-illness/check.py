"""Measure how hard the ill and the healthy pull at a logit of 0."""

import torch

HINTS = (
    "How many healthy patients stand against each one who is ill?",
    "BCEWithLogitsLoss has two weights: weight scales every element, "
    "pos_weight only the term of the positives.",
    "pos_weight is a tensor: the number of zeros in labels over the number "
    "of ones.",
)

RARE = "activations-and-losses/exercises/rare-illness/#by-hand"
MISCONCEPTIONS = {
    "weight_instead_of_pos_weight": RARE,
    "inverse_ratio": RARE,
    "share_instead_of_ratio": RARE,
}


def pull(criterion, label):
    """Return the size of the gradient of one patient at a logit of 0."""
    logit = torch.zeros(1, requires_grad=True)
    criterion(logit, torch.tensor([label])).sum().backward()
    return logit.grad.abs().item()


def near(one, other):
    return abs(one - other) < 1e-4 * abs(other)


def check(attempt):
    # 1 in 20, then 3 in 10: a weight that was typed in fits only one.
    for ill, healthy in ((5, 95), (6, 14)):
        labels = torch.cat([torch.ones(ill), torch.zeros(healthy)])
        criterion = attempt.criterion_for(labels)
        try:
            one, zero = pull(criterion, 1.0), pull(criterion, 0.0)
        except (RuntimeError, ValueError) as error:
            yield (
                "",
                "The criterion refuses a batch of one float logit and one "
                f"float target, with: {str(error)[:120]}",
            )
            return
        weight, ratio, total = (
            one / max(zero, 1e-9),
            healthy / ill,
            ill + healthy,
        )
        seen = (
            f"With {ill} ill and {healthy} healthy, an ill patient pulls "
            f"{weight:.4g} times as hard as a healthy one, "
        )
        if near(weight, ratio) and not near(zero, 0.5):
            yield (
                "",
                f"The two groups balance, but a healthy patient pulls with "
                f"{zero:.4g} at a logit of 0, not 0.5: the healthy are to "
                "keep the weight 1.",
            )
        elif near(weight, 1) and near(zero, 0.5 * ratio):
            yield (
                "weight_instead_of_pos_weight",
                seen + f"and both pull with {zero:.4g} in place of 0.5: "
                "weight scales ill and healthy alike.",
            )
        elif near(weight, ill / healthy):
            yield (
                "inverse_ratio",
                seen + f"and should {ratio:.4g} times: the ratio is upside "
                "down, so the rare become rarer still.",
            )
        elif any(
            near(weight, w)
            for w in (total / ill, ill / total, healthy / total)
        ):
            yield (
                "share_instead_of_ratio",
                seen + f"and should {ratio:.4g} times: the count stands "
                "against all patients, not against the other group.",
            )
        elif not near(weight, ratio):
            yield ("", seen + f"and should {ratio:.4g} times.")
        # The whole set at once, and sure answers.
        logits = torch.zeros(total, requires_grad=True)
        loss = criterion(logits, labels).mean()
        loss.backward()
        sick, well = logits.grad[:ill].sum(), logits.grad[ill:].sum()
        if not abs(sick + well) < 1e-4 or not sick < 0:
            yield (
                "",
                f"On the whole set the ill pull with {sick:.4f} and the "
                f"healthy with {well:.4f}; they should cancel.",
            )
        sure = criterion(
            torch.tensor([30.0, -30.0]), torch.tensor([1.0, 0.0])
        )
        if not sure.abs().max() < 1e-4:
            yield (
                "",
                "For two sure and right answers, a logit of 30 for the ill "
                f"and -30 for the healthy, the loss is {sure.max():.4f}, "
                "not 0.",
            )
