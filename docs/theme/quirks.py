"""What the quirk pages say of themselves, gathered from them and their proofs: no list is kept."""

import html
import json
import re
from collections import Counter
from pathlib import Path

from mkdocs.utils.meta import get_data

BLOCK = re.compile(r"^# (Wrong|Right)\b.*\n((?:.+\n)+)", re.MULTILINE)  # of a proof
MET = ("very high", "high", "medium", "low")
# Words that everyone uses, whatever they ask.
COMMON = """
a about after again all also always am an and any are as at be because been before but by can
could do does doing done for from get gets give gives go got had has have how i if in instead
into is it its just like me more my no not now of off on only or other our out over same say
says see should so some still such than that the their them then there these they this to too
torch pytorch nn up use used using want was we what when where which while who why will with
without work would you your
"""
STOP = frozenset(COMMON.split())
# Different words for one thing.
SAME = {
    "network": "model",
    "net": "model",
    "neuron": "unit",
    "label": "target",
    "truth": "target",
    "prediction": "output",
    "predict": "output",
    "predicted": "output",
    "score": "logit",
    "token": "sequence",
    "sentence": "sequence",
    "timestep": "sequence",
    "pixel": "segmentation",
    "mask": "segmentation",
    "image": "segmentation",
    "tag": "label",
    "crash": "error",
    "raise": "error",
    "refuse": "error",
    "exception": "error",
    "stuck": "floor",
    "plateau": "floor",
    "identical": "same",
    "probability": "probabilit",
}
FUNCTIONS = {
    "BCELoss": "binary cross entropy bce",
    "BCEWithLogitsLoss": "binary cross entropy with logits bce",
    "CrossEntropyLoss": "cross entropy ce",
    "CTCLoss": "ctc",
    "GaussianNLLLoss": "gaussian negative log likelihood",
    "KLDivLoss": "kl div divergence",
    "L1Loss": "mean absolute error mae",
    "MSELoss": "mse mean squared error",
    "NLLLoss": "nll negative log likelihood",
    "PoissonNLLLoss": "poisson negative log likelihood count",
}
WEIGHTS = {
    "heading": 3,
    "words": 3,
    "symptom": 3,
    "said": 1,
    "text": 1,
}  # of a word, by where it stands


def quirks(docs: Path, snippets: Path, chapter: str) -> list[dict]:
    """Return the quirks of a chapter, those first that most people meet."""
    found = []
    for page in sorted((docs / chapter / "quirks").glob("*.md")):
        body, meta = get_data(page.read_text("utf-8"))
        proof = snippets / chapter / "quirks" / f"{page.stem}.py"
        source = proof.read_text("utf-8") if proof.exists() else ""
        heading = re.search(r"^# (.+)$", body, re.MULTILINE)
        symptom = re.findall(r"^> (.+)$", body, re.MULTILINE)
        prose = re.sub(r"^[#>`-].*$|\]\(.*?\)", "", body, flags=re.MULTILINE)
        found.append(
            meta
            | {
                "slug": page.stem,
                "chapter": chapter,
                "heading": heading[1] if heading else page.stem,
                "symptom": " ".join(symptom),
                "source": source,
                "said": printed(source),
                "text": f"{meta.get('description', '')} {prose}",
            }
        )
    return sorted(found, key=lambda q: (MET.index(q["met"]), q["slug"]))


def stems(text: str) -> list[str]:
    """Return the words of a text without endings, names such as CrossEntropyLoss in parts, too."""
    names = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", text)
    words = re.findall(r"[a-z]+|\d+", f"{names} {text}".lower())
    return [SAME.get(stem(word), stem(word)) for word in words if word not in STOP]


def stem(word: str) -> str:
    return re.sub(r"(?<=[a-z]{3})(ings?|ed|es|s|e)$", "", word)


SAME = {stem(word): stem(other) for word, other in SAME.items()}


def abstract(said: str) -> str:
    """Return a message without its numbers and shapes, in the case and spaces of no one."""
    return re.sub(r"[\s\d.,()[\]]+", " ", said.lower()).strip()


def search_data(found: list[dict]) -> dict:
    """Return what the finder searches: each word with its quirks and weights, and signatures."""
    words: dict[str, Counter] = {}
    for number, quirk in enumerate(found):
        names = [*quirk["losses"], *quirk["activations"], quirk["kind"], quirk["title"]]
        names += [FUNCTIONS.get(loss, "") for loss in quirk["losses"]]
        parts = quirk | {"heading": " ".join([quirk["heading"], *names])}
        parts |= {"said": " ".join(quirk["said"]), "words": " ".join(quirk.get("words", []))}
        for part, weight in WEIGHTS.items():
            for word in set(stems(parts[part])):
                counts = words.setdefault(word, Counter())
                counts[number] += weight
    common = len(found) / 2  # a word in more of them tells nothing
    return {
        "same": SAME,
        "stop": sorted(STOP),
        "words": {
            word: [n for pair in sorted(counts.items()) for n in pair]
            for word, counts in sorted(words.items())
            if len(counts) <= common
        },
        "signatures": [quirk["signatures"] for quirk in found],
    }


def printed(source: str) -> list[str]:
    """Return what a program, or a part of it, promises to print."""
    return re.findall(r"^# > (.*)$", source, re.MULTILINE)


def warning(quirk: dict, address: str) -> str:
    """One line for where a quirk belongs: what it says, and what its proof printed."""
    blocks = dict(BLOCK.findall(quirk["source"]))
    shown = [printed(blocks.get(mark, ""))[:1] for mark in ("Wrong", "Right")]
    said = [f"<code>{html.escape(line, quote=False)}</code>" for lines in shown for line in lines]
    return (
        f'<p class="quirk-warning"><a href="{address}">'
        f"{html.escape(quirk['heading'].replace('`', ''), quote=False)}</a>: "
        f"{', and done right '.join(said)}.</p>"
    )


def finder(found: list[dict]) -> str:
    """The box, the filters and the list; without JavaScript the list."""
    items = []
    for quirk in found:
        address = f"../{quirk['chapter']}/quirks/{quirk['slug']}/"
        filters = {name: " ".join(quirk[name]) for name in ("losses", "activations")}
        attributes = "".join(f' data-{name}="{value}"' for name, value in filters.items())
        items.append(
            f'<li data-kind="{quirk["kind"]}"{attributes}>'
            f'<a href="{address}">{html.escape(quirk["heading"].replace("`", ""))}</a> '
            f'<span class="kind">{quirk["kind"]}</span>'
            f"<p>{html.escape(quirk['symptom'].replace('`', ''), quote=False)}</p></li>"
        )
    data = json.dumps(search_data(found), separators=(",", ":")).replace("<", "\\u003c")
    return (
        f'<quirk-finder data-search-exclude><ol class="quirks">{"".join(items)}</ol>'
        f'<script type="application/json">{data}</script></quirk-finder>'
    )
