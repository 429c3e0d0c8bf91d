"""Law: check_pairing and the tables say the same of every pairing, but for what is declared unseen.

Right gets no finding, another objective at most a note, what is wrong or seldom reached a finding,
and what raises an error. What passes unseen is shown on the checker's page, with its reason.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch
from builder.chapter import recorded
from runner.table_runner import loaded
from test_check_pairing import LOSSES, MATRIX, batch_of, checker, child  # noqa: F401
from test_others import ROWS, chosen_in, others, table_of

Row = dict[str, Any]
RIGHT, OTHER, SELDOM, WRONG = "correct", "other objective", "seldom reached", "wrong"
NOT_ALWAYS = "not always reached"
KINDS = (RIGHT, OTHER, NOT_ALWAYS, SELDOM, WRONG)
TABLES = sorted({row["loss"] for row in ROWS})
RAISING = 8  # of the pairings that raise, one in as many is run each day


def has(row: Row, **choices: str) -> bool:
    """Tell whether a call differs from the usual one in one of these."""
    return any(row.get("changed", {}).get(axis) == label for axis, label in choices.items())


def is_of(row: Row, *losses: str) -> bool:
    return row["loss"] in losses


OF_QUANTITIES = "HuberLoss", "L1Loss", "MSELoss", "PoissonNLLLoss", "SmoothL1Loss"
# What is declared: by its name in checks.py, the rows that pass unseen.
UNSEEN: dict[str, Callable[[Row], bool]] = {
    "classes-as-quantities": lambda row: (
        is_of(row, *OF_QUANTITIES)
        and row["target_form"].startswith("class index")
        and row["activation"] in ("none", "ReLU", "ReLU6", "Softplus", "GELU")
    ),
    "tags-as-indices": lambda row: (
        is_of(row, "CrossEntropyLoss")
        and row["target_form"] == "multi-hot (N, C) int64"
        and row["output_shape"] == "(N, L, C)"
    ),
    "exchanged": lambda row: (
        has(row, order="second, first", target="-1 and 1")
        or has(row, order="anchor, negative, positive")
        or (is_of(row, "HingeEmbeddingLoss") and row["activation"] == "Softplus")
    ),
    "equal-sizes": lambda row: has(row, layout="(N, T, C), and N equals T"),
    "used-otherwise": lambda row: (
        has(row, variance="exp, read as the standard deviation")
        or has(row, lengths="padding counted")
    ),
    "own-distance": lambda row: (
        has(row, distance_function="the cosine")
        or has(row, distance_function="one for the batch")
        or (has(row, distance_function="squared") and has(row, swap="True"))
        or has(row, embeddings="normalised over the batch")
    ),
    "margin": lambda row: has(row, margin="1.0") or has(row, margin="0.0"),
    "slopes": lambda row: str(row.get("changed", {}).get("last")).startswith(("PReLU", "RReLU")),
    "nearly-flat": lambda row: row.get("activation") == "GELU" and is_of(row, *OF_QUANTITIES),
    "own-weights": lambda row: is_of(row, "AdaptiveLogSoftmaxWithLoss", "LinearCrossEntropyLoss"),
}
# A finding on what is right or another objective, by its check, and why it stays.
SAID: dict[str, tuple[Callable[[Row], bool], str]] = {
    "broadcast": (lambda _: True, "several outputs for one target: shapes that differ are named"),
    "target-values": (
        lambda row: is_of(row, "MarginRankingLoss", "CTCLoss"),
        "the same values are wrong where they mean the other of two, or a letter",
    ),
    "last-activation": (
        lambda row: is_of(row, "CosineEmbeddingLoss"),
        "it takes away angles that the small task of the table does not need",
    ),
}


def kind_of(row: Row) -> str:
    """Return the best verdict of a row, over all that its target can mean; "" if it raises."""
    of_call = row.get("verdict", "").replace(NOT_ALWAYS, SELDOM)  # as strict as the matrix can be
    verdicts = [*row.get("verdicts", {}).values(), of_call]
    return next((kind for kind in KINDS if any(v.startswith(kind) for v in verdicts)), "")


def is_fitting(row: Row, found: list) -> bool:
    """Tell whether the findings go with the verdict of a row."""
    said = [f for f in found if f.check != "general-only"]
    kind, worst = kind_of(row), {f.severity for f in said}
    excused = [c for c, (applies, _) in SAID.items() if applies(row)]
    if kind == RIGHT:
        return not [f for f in said if f.check not in excused]
    if kind == OTHER:
        return all(f.severity == "note" or f.check in excused for f in said)
    if kind == NOT_ALWAYS:  # a start decides, so a finding is no more right than none
        return "error" not in worst
    # MultiMarginLoss ranks right and gives no probabilities: a choice, so that a note is enough.
    if kind == SELDOM or is_of(row, "MultiMarginLoss"):
        return bool(said)
    if kind == WRONG or "changed" in row:  # a call may raise later than in its first step
        return bool(worst - {"note"})
    return "error" in worst


def pairs(loss: str, weekly: bool) -> Iterator[tuple[Row, tuple]]:
    """Yield the rows of the matrix for a loss, with what is checked."""
    matrix = recorded(MATRIX)
    rows = [row for row in matrix["rows"] if row["loss"] == loss]
    raising = [row for row in rows if row["outcome"] == "raises"]
    running = [row for row in rows if row["outcome"] != "raises"]
    for row in running + raising[:: 1 if weekly else RAISING]:
        yield row, batch_of(matrix, row)


def calls(table: str) -> Iterator[tuple[Row, tuple]]:
    """Yield the rows of a table of other losses, with what is checked; its steps run the model."""
    for row in (row for row in ROWS if row["loss"] == table):
        made, chosen, names = table_of(row), chosen_in(row), {}
        try:
            start = others().OPENING + made.data + made.model + made.built
            exec(made.filled(start, chosen), names)
        except Exception:  # the loss itself is refused
            continue
        step = compile(made.filled(made.step, chosen), "step", "exec")

        def criterion(*_: object, step=step, names=names) -> torch.Tensor:
            exec(step, names)
            return names["loss"]

        yield row, (names["model"], criterion, names["inputs"], None)


def compared(table: str, weekly: bool) -> tuple[int, list[str], set[str]]:
    """Check the rows; return how many, what does not go together, and what was declared of it."""
    count, odd, used = 0, [], set()
    for row, batch in pairs(table, weekly) if table in LOSSES else calls(table):
        count += 1
        found = checker.check_pairing(*batch)
        if is_fitting(row, found):
            continue
        declared = {name for name, applies in UNSEEN.items() if applies(row)}
        if kind_of(row) in (SELDOM, WRONG) and declared:
            used |= declared
            continue
        listed = "".join(f"\n    {finding}" for finding in found) or " nothing"
        odd.append(f"{row}: the checker says{listed}")
    return count, odd, used


@pytest.fixture(scope="module")
def looked(child: Callable, weekly: bool) -> dict[str, tuple]:  # noqa: F811
    return {table: child(compared, table, weekly) for table in (*LOSSES, *TABLES)}


@pytest.mark.parametrize("table", [*LOSSES, *TABLES])
def test_the_checker_and_the_table_say_the_same(table: str, looked: dict) -> None:
    count, odd, _ = looked[table]
    assert count and not odd, f"{len(odd)} of {count} do not go together:\n" + "\n".join(odd)


def test_what_is_declared_unseen_is_shown_and_is_unseen(looked: dict) -> None:
    used = set().union(*(declared for _, _, declared in looked.values()))
    assert UNSEEN.keys() == used, f"nothing passes unseen as {UNSEEN.keys() - used}: delete it"
    assert UNSEEN.keys() == loaded("checks").UNSEEN.keys(), "show it on the page, in checks.py"
