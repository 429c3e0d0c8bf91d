"""Law: every parameter of a loss or an activation has a page, whose program gives it a value.

Which parameters there are, says a program, from the signatures of PyTorch. What a new release adds
comes with its recording, and is missed here.
"""

import ast
import inspect
from dataclasses import replace
from types import SimpleNamespace

import pytest
import torch
from builder.chapter import chapters, full_name, parameters_astray
from builder.quirk import Quirk
from runner.folders import DOCS, SNIPPETS

NAME = "activations-and-losses"
CHAPTER = chapters(DOCS, SNIPPETS)(NAME)
QUIRKS = [quirk for quirk in CHAPTER.quirks if quirk.parameters]
ROWS = CHAPTER.parameters


def without_a_page(rows: list[dict], quirks: list[Quirk]) -> list[str]:
    """Return what to do about each parameter that no page explains."""
    told = {name for quirk in quirks for name in quirk.parameters}
    return [
        f"{full_name(row)}, by default {row.get('default', 'required')}, is explained nowhere. Add "
        "it to `parameters` of the page whose program shows what people get wrong about it, or "
        "write one: nox -s new -- quirk a_slug"
        for row in rows
        if not told & {row["name"], full_name(row)}
    ]


def test_every_parameter_has_its_page() -> None:
    missing = without_a_page(ROWS, QUIRKS)
    assert not missing, f"{len(missing)} of {len(ROWS)} parameters:\n" + "\n".join(missing)


def test_a_parameter_without_a_page_is_named() -> None:
    rows = [{"of": "MoonLoss", "name": "phase", "default": "0.5"}, {"of": "F.moon", "name": "p"}]
    phase, p = without_a_page(rows, QUIRKS)
    assert "MoonLoss.phase, by default 0.5, is explained nowhere" in phase
    assert "F.moon.p, by default required, is explained nowhere" in p
    one = replace(QUIRKS[0], parameters=["phase", "F.moon.p"])
    assert not without_a_page(rows, [one])


def positional(call: ast.Call, called: str) -> list[str]:
    """Return the names of what a call gives to something of torch by its place."""
    for home in (torch.nn, torch.nn.functional):
        try:
            names = [*inspect.signature(getattr(home, called, None)).parameters]
        except (TypeError, ValueError):  # it is not there, or written in C++
            continue
        all_of_them = any(isinstance(argument, ast.Starred) for argument in call.args)
        return names if all_of_them else names[: len(call.args)]
    return []


def given(source: str) -> set[str]:
    """Return the names that a program mentions, and the parameters to which it gives a value."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).rpartition(".")[2]
            named = [keyword.arg for keyword in node.keywords if keyword.arg]
            found |= {f"{name}=" for name in [*named, *positional(node, called)]}
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Dict):
            found |= {f"{key.value}=" for key in node.keys if isinstance(key, ast.Constant)}
    return found


def function_of(name: str) -> str:
    """Return the function `F.…` that a class of torch.nn calls, or nothing."""
    each = getattr(torch.nn, name, None)
    names = each.forward.__code__.co_names if each else ()
    return names[names.index("F") + 1] if "F" in names else ""


def unshown(quirk: Quirk) -> list[str]:
    """Return the parameters of a page to which its program gives no value."""
    shown = given(quirk.proof.source) if quirk.proof else set()
    found = []
    for parameter in quirk.parameters:
        of, _, name = parameter.removeprefix("F.").rpartition(".")
        called = {of, function_of(of)} if of else shown
        if f"{name}=" not in shown or not called & shown:
            found.append(f"{quirk.slug}: its program gives no value to {parameter}")
    return found


@pytest.mark.parametrize("slug", [quirk.slug for quirk in QUIRKS])
def test_a_page_shows_the_parameters_that_it_explains(slug: str) -> None:
    [quirk] = [quirk for quirk in QUIRKS if quirk.slug == slug]
    wrong = unshown(quirk)
    assert not wrong, "\n".join(wrong)


def test_a_parameter_that_a_program_does_not_use_is_named() -> None:
    [quirk] = [q for q in QUIRKS if q.slug == "pos_weight_is_a_tensor_not_a_number"]
    unused = ["BCEWithLogitsLoss.weight", "HuberLoss.delta", "MoonLoss.pos_weight"]
    found = unshown(replace(quirk, parameters=["BCEWithLogitsLoss.pos_weight", *unused]))
    assert [said.rpartition(" ")[2] for said in found] == unused


def test_a_parameter_that_is_not_there_is_refused() -> None:
    """The nearest one is proposed, and a chapter without the table has none."""
    wrong = replace(QUIRKS[0], parameters=["CrossEntropyLoss.ignore_idx", "reduction"])
    [said] = parameters_astray(SimpleNamespace(name=NAME, parameters=ROWS, quirks=[wrong]))
    assert "'CrossEntropyLoss.ignore_idx', which is not in the table" in said
    assert "did you mean CrossEntropyLoss.ignore_index?" in said
