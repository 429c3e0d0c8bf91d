"""Every check of check_pairing, made to speak by a batch with that fault.

A case is the source of a model, a criterion, inputs and targets; the
finding that is recorded is the one that check_pairing returned for it.
Then the case is mended, by the code of the fix or by a line here, and the
finding has to be gone.
"""

import json
import re

import torch
from check_pairing import CHECKS, Finding, check_pairing
from torch import nn

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
    "hidden-loss": (
        CLASSIFIER,
        "lambda outputs, targets: torch.func.vmap(\n"
        "    nn.functional.cross_entropy)(outputs, targets).mean()",
        BATCH,
        LABELS,
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
    "hidden-loss": f"criterion = {CE}",
    "not-checked": "inputs = inputs.real",
}


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
    names = "model", "criterion", "inputs", "targets"
    for check, sources in CASES.items():
        case = dict(zip(names, sources, strict=True))
        known = {"torch": torch, "nn": nn}
        batch = {name: eval(text, known) for name, text in case.items()}
        finding = found(check, batch)
        assert finding, f"{check} is not found"
        rows.append(
            {
                "id": check,
                "severity": finding.severity,
                "case": "\n".join(
                    f"{name} = {text}" for name, text in case.items()
                ),
                "what": finding.what,
                "evidence": f"{finding.evidence:.3g}",
                "fix": finding.fix,
                "mended": mended(check, finding, batch),
                "page": finding.link.partition("/")[2],
            }
        )
    return {"rows": rows}


if __name__ == "__main__":
    print(json.dumps(document()))
