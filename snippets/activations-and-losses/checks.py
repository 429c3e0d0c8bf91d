"""Every check of check_pairing, made to speak by a batch with that fault.

A case is the source of a model, a criterion, inputs and targets; the
finding that is recorded is the one that check_pairing returned for it.
"""

import json

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
    "criterion-raises": (
        CLASSIFIER,
        "nn.CrossEntropyLoss(weight=torch.ones(3))",
        BATCH,
        LABELS,
    ),
    "no-parameters": ("lambda inputs: inputs[:, :4]", CE, BATCH, LABELS),
    "not-checked": (
        "nn.Identity()",
        "nn.MSELoss()",
        f"{BATCH}.to(torch.complex64)",
        "torch.randn(32, 8)",
    ),
}


def found(check: str) -> Finding:
    """Return the finding of a check for its case."""
    known = {"torch": torch, "nn": nn}
    parts = [eval(source, known) for source in CASES[check]]
    findings = check_pairing(*parts)
    names = [finding.check for finding in findings]
    assert check in names, f"{check}: found {names}"
    return findings[names.index(check)]


def document() -> dict:
    """Return what is recorded: for each check its case and its words."""
    assert CASES.keys() == CHECKS.keys(), CASES.keys() ^ CHECKS.keys()
    torch.manual_seed(0)
    rows = []
    for check, sources in CASES.items():
        finding = found(check)
        names = "model", "criterion", "inputs", "targets"
        code = zip(names, sources, strict=True)
        rows.append(
            {
                "id": check,
                "severity": finding.severity,
                "case": "\n".join(
                    f"{name} = {text}" for name, text in code
                ),
                "what": finding.what,
                "evidence": f"{finding.evidence:.3g}",
                "fix": finding.fix,
            }
        )
    return {"rows": rows}


if __name__ == "__main__":
    print(json.dumps(document()))
