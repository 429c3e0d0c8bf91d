"""Law: every message of a loss or an activation has its page, and the finder leads there.

Which messages there are, says a program, from PyTorch's own tests and source, and so does the
matrix of pairings. What a new release adds comes with its recording, and is missed here.
"""

import subprocess
import sys
import warnings
from dataclasses import replace

import numpy as np
import torch
from builder.chapter import chapters
from builder.finder import HOLE, abstract, answers
from builder.quirk import Quirk
from builder.views import package_of
from runner.folders import DOCS, SNIPPETS
from test_finder import traceback_of

NAME = "activations-and-losses"
CHAPTER = chapters(DOCS, SNIPPETS)(NAME)
QUIRKS = CHAPTER.quirks
ROWS = CHAPTER.table("messages")["rows"]
OWN = package_of(DOCS / NAME).messages
MATRIX, SAID = OWN.of_matrix(CHAPTER), OWN.every(CHAPTER)


def without_a_page(rows: list[dict], quirks: list[Quirk]) -> list[str]:
    """Return what to do about each message that no page explains."""
    return [
        f"{', '.join(row['by'])}: {row['message']!r} is explained nowhere. Add it to `also` of the "
        "page with the same cause and cure, or write one: nox -s new -- quirk a_slug"
        for row in rows
        if not any(answers(quirk, row["message"]) for quirk in quirks)
    ]


def test_every_message_has_its_page() -> None:
    missing = without_a_page(SAID, QUIRKS)
    assert not missing, "\n".join(missing)


def test_a_message_without_a_page_is_named() -> None:
    row = {"message": f"the moon is {HOLE} wide", "by": ["MoonLoss"]}
    [said] = without_a_page([row], QUIRKS)
    assert "MoonLoss: 'the moon is … wide' is explained nowhere" in said


def said_by(code: str) -> list[str]:
    """Return what an expression warns and raises."""
    given = {"torch": torch, "nn": torch.nn, "F": torch.nn.functional, "np": np}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            eval(code, given)
        except Exception as error:
            return [f"{type(error).__name__}: {error}", *(str(one.message) for one in caught)]
    return [str(one.message) for one in caught]


def unseen(quirk: Quirk, seen: list[str]) -> list[str]:
    """Return the further messages of a quirk that nothing prints: its code, or what was seen."""
    pieces = [max(map(abstract, m.split(HOLE)), key=len) for m in seen if HOLE in m]
    found = []
    for message, code in quirk.further.items():
        said = said_by(code) if code else seen
        if not any(abstract(message) in abstract(one) for one in said) and (
            code or not any(piece in abstract(message) for piece in pieces)
        ):
            instead = f"its code says {said}" if code else "add code that prints it"
            found.append(f"{quirk.slug}, also: {message!r}: {instead}")
    return found


def test_a_further_message_was_seen() -> None:
    """Its code prints it; or a proof, in any release; or it is in the list, or the matrix."""
    seen = [row["message"] for row in SAID]
    seen += [line for program in CHAPTER.programs for line in program.promises]
    seen += [line for quirk in QUIRKS for line in quirk.older]
    missing = [line for quirk in QUIRKS for line in unseen(quirk, seen)]
    assert not missing, "\n".join(missing)


def test_a_further_message_that_nobody_saw_is_named() -> None:
    quirk = replace(
        QUIRKS[0],
        also=[
            "the moon is 3 wide",
            "the sun is 4 wide",
            {"negative dimension -3": "torch.ones(-3)"},
            {"negative dimension -4 today": "torch.ones(-4)"},
        ],
    )
    sun, today = unseen(quirk, [f"the moon is {HOLE} wide", "it broke"])
    assert "'the sun is 4 wide': add code that prints it" in sun
    assert "'negative dimension -4 today': its code says" in today


FUNCTIONS = {
    "BCELoss": "binary_cross_entropy",
    "BCEWithLogitsLoss": "binary_cross_entropy_with_logits",
    "CrossEntropyLoss": "cross_entropy",
    "HingeEmbeddingLoss": "hinge_embedding_loss",
    "HuberLoss": "huber_loss",
    "KLDivLoss": "kl_div",
    "L1Loss": "l1_loss",
    "MSELoss": "mse_loss",
    "MultiLabelMarginLoss": "multilabel_margin_loss",
    "MultiLabelSoftMarginLoss": "multilabel_soft_margin_loss",
    "MultiMarginLoss": "multi_margin_loss",
    "NLLLoss": "nll_loss",
    "PoissonNLLLoss": "poisson_nll_loss",
    "SmoothL1Loss": "smooth_l1_loss",
    "SoftMarginLoss": "soft_margin_loss",
}


def test_a_traceback_leads_to_the_loss_that_raised_it(finder) -> None:
    """For every message of the matrix, and every loss that says it."""
    cases = [(loss, row["message"]) for row in MATRIX for loss in row["by"]]
    firsts = finder.evaluate(
        """(e, all) => all.map((pasted) => {
            e.box.value = pasted;
            e.show();
            const first = e.list.querySelector("li");
            return first ? [first.dataset.losses, first.querySelector("a").textContent] : ["", ""];
        })""",
        [traceback_of(message, FUNCTIONS[loss]) for loss, message in cases],
    )
    missed = [
        f"{loss}: {message[:90]!r} leads to {title!r}, which concerns {losses or 'no loss'}"
        for (loss, message), (losses, title) in zip(cases, firsts, strict=True)
        if loss not in losses.split()
    ]
    assert not missed, "\n".join(missed)


def test_a_bare_message_lists_every_cause(finder) -> None:
    """Whoever has the message alone is shown each page that has it, before all others."""
    for said in SAID:
        wanted = {q.heading.replace("`", "") for q in QUIRKS if answers(q, said["message"])}
        if len(wanted) < 2 or HOLE in said["message"]:
            continue
        finder.locator("textarea").fill(said["message"])
        shown = finder.locator("ol.quirks li > a").all_text_contents()[: len(wanted)]
        assert {*shown} == wanted, said["message"]
        assert f"{len(wanted)} pages have this message" in finder.get_by_role("status").inner_text()


def test_the_list_of_messages_links_them(visit) -> None:
    rows = visit(f"/{NAME}/messages/").locator("table.recorded tbody tr")
    assert rows.count() == len(SAID)
    unlinked = rows.evaluate_all(
        "rows => rows.filter((row) => !row.querySelector('a')).map((row) => row.innerText)"
    )
    assert not unlinked, unlinked


def test_the_list_has_all_its_sources() -> None:
    assert {row["seen"] for row in ROWS} == {"tests", "dtypes", "source"}


# Programs that raise, and the page that is meant: who reads the message alone, takes another.
RAISING = {
    "nn.MultiLabelMarginLoss()(torch.randn(4, 3), torch.rand(4, 3))": (
        "multilabel_margin_loss_reads_multi_hot_as_indices"
    ),
    "nn.MultiMarginLoss()(torch.randn(4, 3), torch.rand(4))": (
        "class_labels_are_int64_and_floats_are_refused"
    ),
    "nn.TripletMarginLoss()(torch.randn(8, 5), torch.randn(8, 5), torch.randn(8, 3))": (
        "output_and_target_of_a_regression_loss_must_broadcast"
    ),
    "F.mse_loss(x, x) + F.triplet_margin_loss(x, x, torch.randn(8, 3))": (
        "output_and_target_of_a_regression_loss_must_broadcast"
    ),
    "F.cross_entropy(x, y) + F.triplet_margin_loss(x, x, torch.randn(8, 3))": (
        "output_and_target_of_a_regression_loss_must_broadcast"
    ),
    "F.mse_loss(x, x) + nn.BCEWithLogitsLoss(pos_weight=torch.ones(3))(x, x)": (
        "a_per_class_pos_weight_meets_the_width_of_the_image"
    ),
    "nn.MSELoss()(x, x).backward()": "a_loss_without_grad_fn_was_cut_from_the_weights",
    "F.cross_entropy(x, y).backward()": "a_loss_without_grad_fn_was_cut_from_the_weights",
}
PROGRAM = """import torch
import torch.nn.functional as F
from torch import nn

x, y = torch.randn(8, 5), torch.zeros(8).long()


def train():
    return {code}


train()
"""


def test_what_raised_decides_not_the_lines_that_led_there(finder, tmp_path) -> None:
    """The functions of PyTorch in a traceback count; the losses that the program names do not."""
    for number, (code, slug) in enumerate(RAISING.items()):
        program = tmp_path / f"train_{number}.py"
        program.write_text(PROGRAM.format(code=code), "utf-8")
        ran = subprocess.run([sys.executable, program], capture_output=True, text=True)
        pasted = ran.stderr
        assert "Traceback" in pasted and code in pasted
        finder.locator("textarea").fill(pasted)
        first = finder.locator("ol.quirks li > a").first.get_attribute("href")
        assert slug in first, f"{code} leads to {first}:\n{pasted}"
