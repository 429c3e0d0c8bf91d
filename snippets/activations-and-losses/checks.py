"""Every check of check_pairing, made to speak by a batch with that fault.

A case is the source of a model, a criterion, inputs and targets; the
finding is recorded is the one that check_pairing returned for it.
Then the case is mended, by the code of the fix or by a line here, and the
finding has to be gone.

Below are cases of what passes unseen, with the reason; each of them is
run, too, and nothing may be found.
"""

import json
import re

import torch
from check_pairing import CHECKS, Finding, check_pairing
from torch import nn

NAMES = "model", "criterion", "inputs", "targets"
BATCH = "torch.randn(32, 8)"
LABELS = "torch.arange(32) % 4"
TAGS = "(torch.arange(128).reshape(32, 4) % 3 == 0).float()"
CLASSIFIER = "nn.Linear(8, 4)"
CE = "nn.CrossEntropyLoss()"
NUMBER = "nn.Linear(8, 1)"
SOFTMAX = "nn.Softmax(dim=1)"

# By check: model, criterion, inputs, targets.
CASES = {
    "double-softmax": (
        f"nn.Sequential({CLASSIFIER}, {SOFTMAX})",
        CE,
        BATCH,
        LABELS,
    ),
    "last-activation": (
        f"nn.Sequential({CLASSIFIER}, nn.ReLU())",
        "nn.BCEWithLogitsLoss()",
        BATCH,
        TAGS,
    ),
    "not-log-probabilities": (CLASSIFIER, "nn.NLLLoss()", BATCH, LABELS),
    "not-probabilities": (CLASSIFIER, "nn.BCELoss()", BATCH, TAGS),
    "swapped": (
        CLASSIFIER,
        "lambda outputs, targets: "
        "nn.functional.binary_cross_entropy_with_logits(\n"
        "    targets, outputs)",
        BATCH,
        TAGS,
    ),
    "broadcast": (NUMBER, "nn.MSELoss()", BATCH, "torch.randn(32)"),
    "one-output": (NUMBER, CE, BATCH, "torch.ones(32, 1)"),
    "class-axis": (
        CLASSIFIER,
        CE,
        "torch.randn(32, 4, 8)",
        "torch.arange(128).reshape(32, 4) % 4",
    ),
    "target-values": (
        CLASSIFIER,
        "nn.BCEWithLogitsLoss()",
        BATCH,
        f"(2 * {TAGS} - 1)",
    ),
    "out-of-range": (CLASSIFIER, CE, BATCH, f"{LABELS} + 1"),
    "all-ignored": (CLASSIFIER, CE, BATCH, "torch.full((32,), -100)"),
    "target-dtype": (CLASSIFIER, CE, BATCH, f"({LABELS}).int()"),
    "target-shape": (
        CLASSIFIER,
        CE,
        BATCH,
        "torch.arange(32).reshape(32, 1) % 4",
    ),
    "out-of-reach": (
        f"nn.Sequential({NUMBER}, nn.Sigmoid())",
        "nn.MSELoss()",
        BATCH,
        "torch.randn(32, 1)",
    ),
    "unscaled-targets": (
        NUMBER,
        "nn.MSELoss()",
        BATCH,
        "3e5 + 1e4 * torch.randn(32, 1)",
    ),
    "labels-as-numbers": (CLASSIFIER, "nn.L1Loss()", BATCH, TAGS),
    "flat-output": (
        f"nn.Sequential({NUMBER}, nn.ReLU())",
        "nn.MSELoss()",
        BATCH,
        "torch.rand(32, 1)",
    ),
    "other-objective": (CLASSIFIER, "nn.MSELoss()", BATCH, TAGS),
    "initial-loss": (CLASSIFIER, CE, f"99 * {BATCH}", LABELS),
    "saturated": (
        "nn.Sequential(nn.Linear(8, 16), nn.Tanh(), nn.Linear(16, 1))",
        "nn.MSELoss()",
        f"9999 * {BATCH}",
        "torch.randn(32, 1)",
    ),
    "dead-relu": (
        "nn.Sequential(nn.Linear(8, 16), nn.LogSigmoid(), nn.ReLU(), "
        "nn.Linear(16, 1))",
        "nn.MSELoss()",
        BATCH,
        "torch.randn(32, 1)",
    ),
    "zero-gradient": (
        f"nn.Sequential({NUMBER}, nn.LogSigmoid(), nn.ReLU())",
        "nn.MSELoss()",
        BATCH,
        "torch.randn(32, 1)",
    ),
    "zero-loss": (
        CLASSIFIER,
        "lambda outputs, targets: (nn.functional.cross_entropy(\n"
        '    outputs, targets, reduction="none") * (targets < 0)).mean()',
        BATCH,
        LABELS,
    ),
    "no-gradient": (
        CLASSIFIER,
        "lambda outputs, targets: (outputs.argmax(1) != targets).float()",
        BATCH,
        LABELS,
    ),
    "not-finite": (
        CLASSIFIER,
        CE,
        f"{BATCH}.index_fill(0, torch.tensor([3]), torch.nan)",
        LABELS,
    ),
    "empty-batch": (CLASSIFIER, CE, "torch.randn(0, 8)", f"{LABELS}"),
    "not-a-tensor": ("nn.LSTM(8, 4)", CE, BATCH, LABELS),
    "devices": (CLASSIFIER, CE, f'{BATCH}.to("meta")', LABELS),
    "lazy-model": ("nn.LazyLinear(4)", CE, BATCH, LABELS),
    "model-raises": (CLASSIFIER, CE, "torch.randn(32, 9)", LABELS),
    "weight-length": (
        CLASSIFIER,
        "nn.CrossEntropyLoss(weight=torch.ones(3))",
        BATCH,
        LABELS,
    ),
    "criterion-raises": (
        CLASSIFIER,
        "lambda outputs, targets: (outputs @ targets).mean()",
        BATCH,
        "torch.randn(32, 4)",
    ),
    "no-parameters": ("lambda inputs: inputs[:, :4]", CE, BATCH, LABELS),
    "general-only": (
        NUMBER,
        "lambda outputs, targets: (outputs - targets).square().mean()",
        BATCH,
        "torch.randn(32, 1)",
    ),
    "not-checked": (
        "nn.Identity()",
        "nn.MSELoss()",
        f"{BATCH}.to(torch.complex64)",
        "torch.randn(32, 8)",
    ),
}


# What mends a case whose fix is in words.
MENDED = {
    "double-softmax": "model = model[0]",
    "last-activation": "model = model[0]",
    "out-of-reach": "model = model[0]",
    "flat-output": "model = nn.Sequential(model[0], nn.Softplus())",
    "swapped": "criterion = nn.BCEWithLogitsLoss()",
    "all-ignored": f"targets = {LABELS}",
    "other-objective": "criterion = nn.BCEWithLogitsLoss()",
    "initial-loss": "inputs = inputs / inputs.std()",
    "saturated": "inputs = inputs / inputs.std()",
    "dead-relu": "model[1] = nn.Identity()",
    "zero-gradient": "model = model[0]",
    "zero-loss": "criterion = nn.CrossEntropyLoss()",
    "no-gradient": "criterion = nn.CrossEntropyLoss()",
    "not-finite": "inputs = inputs.nan_to_num()",
    "empty-batch": f"inputs = {BATCH}",
    "devices": f"inputs = {BATCH}",
    "model-raises": f"inputs = {BATCH}",
    "criterion-raises": "criterion = nn.MSELoss()",
    "no-parameters": f"model = {CLASSIFIER}",
    "general-only": "criterion = nn.MSELoss()",
    "not-checked": "inputs = inputs.real",
}


PAIR = "torch.randn(2, 32, 8)"
GAUSSIAN = """lambda outputs, targets: nn.functional.gaussian_nll_loss(
    outputs[:, :1], targets, outputs[:, 1:].exp())"""
TRIPLET = """lambda outputs, targets: nn.functional.triplet_margin_loss(
    outputs[0], negative := outputs[1], positive := outputs[2])"""
COSINE = """lambda outputs, targets: nn.functional.cosine_embedding_loss(
    outputs[0], outputs[1], targets, margin=1.0)"""
CTC = """lambda outputs, targets: nn.functional.ctc_loss(
    outputs.log_softmax(2), targets, (32,) * 32, (3,) * 32)"""
DISTANCE = (
    """lambda outputs, targets: """
    """nn.functional.triplet_margin_with_distance_loss(
    *outputs, distance_function=nn.CosineSimilarity())"""
)
ADAPTIVE = (
    "lambda outputs, targets: nn.AdaptiveLogSoftmaxWithLoss(\n"
    "    4, 4, [2])(outputs, targets).output.mean()"
)

# By name: why it is not seen; model, criterion, inputs, targets.
UNSEEN = {
    "classes-as-quantities": (
        "Class indices that a regression or a count takes for quantities"
        " look like quantities.",
        NUMBER,
        "nn.MSELoss()",
        BATCH,
        "(torch.arange(32) % 4).float().reshape(32, 1)",
    ),
    "tags-as-indices": (
        "Whole numbers of 0 and 1, meant as several tags, are the indices"
        " of the first two classes.",
        "nn.Sequential(nn.Linear(8, 20), nn.Unflatten(1, (5, 4)))",
        CE,
        BATCH,
        f"{TAGS}.long()",
    ),
    "exchanged": (
        "Which of two is the better, which is the negative of three, and"
        " whether 1 means alike or unlike, is known to you alone.",
        "nn.Linear(8, 4)",
        TRIPLET,
        "torch.randn(3, 32, 8)",
        "None",
    ),
    "equal-sizes": (
        "Two axes of one size can be exchanged, such as batch and time for"
        " CTCLoss.",
        "nn.Linear(8, 5)",
        CTC,
        "torch.randn(32, 32, 8)",
        "torch.randint(1, 5, (32, 3))",
    ),
    "used-otherwise": (
        "What you do with the outputs later is not in this batch, such as"
        " to take a variance for a standard deviation.",
        "nn.Linear(8, 2)",
        GAUSSIAN,
        BATCH,
        "torch.randn(32, 1)",
    ),
    "own-distance": (
        "A distance function of your own may be a likeness, or one number"
        " for the whole batch; so may a norm that your model divides by.",
        "nn.Linear(8, 4)",
        DISTANCE,
        "torch.randn(3, 32, 8)",
        "None",
    ),
    "margin": (
        "A margin may ask nothing of some pairs, or of a ReLU that is 0.",
        "nn.Linear(8, 4)",
        COSINE,
        PAIR,
        "2 * (torch.arange(32) % 2) - 1",
    ),
    "nearly-flat": (
        "A last GELU is nearly flat far below zero, and from some starts"
        " outputs stay there.",
        f"nn.Sequential({NUMBER}, nn.GELU())",
        "nn.MSELoss()",
        BATCH,
        "torch.rand(32, 1)",
    ),
    "slopes": (
        "A last PReLU has one learned slope, which may become 0 or"
        " negative, and RReLU draws one.",
        f"nn.Sequential({NUMBER}, nn.RReLU())",
        "nn.MSELoss()",
        BATCH,
        "torch.randn(32, 1)",
    ),
    "own-weights": (
        "Of losses that hold weights, AdaptiveLogSoftmaxWithLoss and"
        " LinearCrossEntropyLoss, only general checks run.",
        CLASSIFIER,
        ADAPTIVE,
        BATCH,
        LABELS,
    ),
}


def unseen() -> list[dict]:
    """Return what is recorded of each case that passes unseen."""
    rows = []
    for name, (reason, *sources) in UNSEEN.items():
        batch = [eval(text, {"torch": torch, "nn": nn}) for text in sources]
        found = {f.check for f in check_pairing(*batch)}
        assert found <= {"general-only"}, f"{name} is seen: {found}"
        rows.append({"id": name, "why": reason, "case": listing(sources)})
    return rows


def listing(sources: list[str]) -> str:
    """Return the program of a case."""
    lines = zip(NAMES, sources, strict=True)
    return "\n".join(f"{name} = {text}" for name, text in lines)


def found(check: str, batch: dict, **picked: object) -> Finding | None:
    """Return the finding of a check, if there is one."""
    findings = check_pairing(*batch.values(), **picked)
    return next((f for f in findings if f.check == check), None)


def mended(check: str, finding: Finding, batch: dict) -> str:
    """Mend a case; return the code, after which nothing is found."""
    code = "; ".join(re.findall("`(.+?)`", finding.fix))
    code = code or MENDED[check]
    assert (check in MENDED) == ("`" not in finding.fix), check
    if code.startswith("outputs"):
        code = f"pick = lambda outputs: {code}"
    known = {"torch": torch, "nn": nn, **batch}
    exec(code, known)
    picked = {"outputs": known["pick"]} if "pick" in known else {}
    batch = {name: known[name] for name in batch}
    left = found(check, batch, **picked)
    assert left is None, f"after {code}: {left}"
    return code.replace("; ", "\n").replace("pick = ", "outputs = ")


def document() -> dict:
    """Return what is recorded: for each check its case and its words."""
    assert CASES.keys() == CHECKS.keys(), CASES.keys() ^ CHECKS.keys()
    torch.manual_seed(0)
    rows = []
    for check, sources in CASES.items():
        known = {"torch": torch, "nn": nn}
        values = [eval(text, known) for text in sources]
        batch = dict(zip(NAMES, values, strict=True))
        finding = found(check, batch)
        assert finding, f"{check} is not found"
        rows.append(
            {
                "id": check,
                "severity": finding.severity,
                "case": listing([*sources]),
                "what": finding.what,
                "evidence": f"{finding.evidence:.3g}",
                "fix": finding.fix,
                "mended": mended(check, finding, batch),
                "page": finding.link.partition("/")[2],
            }
        )
    return {"rows": rows, "unseen": unseen()}


if __name__ == "__main__":
    print(json.dumps(document()))
