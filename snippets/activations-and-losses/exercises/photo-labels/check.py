"""Be sure of two tags at once, then of none, then ask for the tags."""

import torch
from torch import nn

HINTS = (
    "Is this one question with four answers, or four questions of yes or "
    "no? Look at the head, the loss and the prediction in that light.",
    "Neither the head nor the loss may make the tags share a sum of 1. "
    "Which loss takes one logit for each tag?",
    "End in the last linear layer, take BCEWithLogitsLoss, and predict "
    "each tag whose logit is above 0.",
)

QUIRKS = "activations-and-losses/quirks/"
MULTI_HOT = QUIRKS + "multi_hot_labels_compete_in_cross_entropy/"
MISCONCEPTIONS = {
    "softmax_over_labels": MULTI_HOT,
    "cross_entropy_on_multi_hot": MULTI_HOT,
    "argmax_for_tags": "activations-and-losses/pairings/",
    "sigmoid_before_bce_with_logits": QUIRKS
    + "a_sigmoid_before_bce_with_logits_never_says_no/",
}
TWO = torch.tensor([[1.0, 1.0, 0.0, 0.0]])
SURE = (30.0, 30.0, -30.0, -30.0)


def takes_logits(criterion):
    try:
        return criterion(torch.tensor([SURE]), TWO).mean() < 1e-3
    except RuntimeError:
        return False


def check(attempt):
    torch.manual_seed(0)
    model, criterion = attempt.build()
    photo = torch.randn(1, 8)
    # The last linear layer is all but free: let it say what we like.
    linear = [m for m in model.modules() if isinstance(m, nn.Linear)][-1]

    def say(*logits):
        with torch.no_grad():
            linear.weight.zero_()
            linear.bias.copy_(torch.tensor(logits))
            return model(photo)

    if model(photo).shape != (1, 4) or linear.out_features != 4:
        yield (
            "",
            f"One photo has outputs of shape {tuple(model(photo).shape)}; "
            "four tags need one output each: (1, 4).",
        )
        return
    all_four = say(30.0, 30.0, 30.0, 30.0)
    if abs(all_four.sum().item() - 1) < 1e-4:
        yield (
            "softmax_over_labels",
            f"Sure of all four tags, the model gives each "
            f"{all_four[0, 0]:.2f}: a softmax makes the tags share a sum "
            "of 1, so two can never both be likely.",
        )
        return
    sure = say(*SURE)
    try:
        loss = criterion(sure, TWO).mean().item()
        low = criterion(say(-1.0, -1.0, -1.0, -1.0), TWO).mean().item()
        high = criterion(say(3.0, 3.0, 3.0, 3.0), TWO).mean().item()
    except (RuntimeError, ValueError, IndexError) as error:
        yield (
            "",
            "The criterion refuses float targets of the shape (N, 4), "
            f"beside these outputs, with: {str(error)[:120]}",
        )
        return
    squeezed = sure.min() >= 0 and sure.max() <= 1
    flat = abs(low - high) < 1e-4
    raw = [
        criterion(torch.full((1, 4), x), TWO).mean().item()
        for x in (0.1, 0.9)
    ]
    if not squeezed and flat and abs(raw[0] - raw[1]) < 1e-4:
        yield (
            "cross_entropy_on_multi_hot",
            f"Sure and right about two tags, the model still pays "
            f"{loss:.4f}, and four logits of 3 cost what four of -1 cost: "
            "the softmax in the loss makes the tags compete.",
        )
        return
    twice = torch.allclose(sure, torch.tensor(SURE).sigmoid())
    if twice and loss > 0.1 and takes_logits(criterion):
        yield (
            "sigmoid_before_bce_with_logits",
            f"The loss cannot fall below {loss:.4f}, however sure the "
            "model is: its outputs stay between 0 and 1, and the criterion "
            "takes them for logits.",
        )
        return
    if not loss < 1e-3 or not criterion(sure, 1 - TWO).mean() > 1:
        yield (
            "",
            f"Sure and right about two tags, the model pays {loss:.4f}, "
            "and sure and wrong about all of them "
            f"{criterion(sure, 1 - TWO).mean():.4f}.",
        )
        return
    for logits in ((3.0, 0.3, -0.3, 2.0), (-2.0, -0.3, -1.0, -3.0)):
        wanted = [int(z > 0) for z in logits]
        found = attempt.tags(say(*logits))
        best = torch.tensor(logits).argmax()
        if found.shape != (1, 4):
            single = found.numel() == 1 and found.flatten()[0] == best
            yield (
                "argmax_for_tags" if single else "",
                f"The tags of one photo have the shape {tuple(found.shape)}"
                ", not (1, 4)"
                + (
                    ": an argmax names the one best tag, and a photo may "
                    "have several or none."
                    if single
                    else "."
                ),
            )
            return
        values = [round(float(x), 4) for x in found[0]]
        shown = [int(x) if x.is_integer() else x for x in values]
        if values != wanted:
            single = values.index(max(values)) == best and sum(values) == 1
            yield (
                "argmax_for_tags" if single and 1 in values else "",
                f"For the logits {logits} the tags are {shown}, not "
                f"{wanted}: "
                + (
                    "only the largest output becomes a tag, and each "
                    "should be decided by itself."
                    if single and 1 in values
                    else "a tag is 1 if it is more likely than not, so if "
                    "its logit is above 0, and else 0."
                ),
            )
            return
