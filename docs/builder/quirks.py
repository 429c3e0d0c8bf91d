"""What the quirk pages say of themselves, gathered from them and their proofs: no list is kept."""

import html
import json
import math
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from builder import fields
from builder.outputs import printed, reported, verified
from builder.reading import kept
from builder.snippet_fences import runs_of

BLOCK = re.compile(r"^# (Wrong|Right)\b.*\n((?:.+\n)+)", re.MULTILINE)  # of a proof
MET = ("very high", "high", "medium", "low")
KINDS = ("loud error", "warning", "silent", "numerical", "device", "myth")
QUIRK = fields.of(
    title=fields.text("what it is called in lists, in a few words"),
    description=fields.text("what happens and why, in a sentence or two: search engines show it"),
    kind=fields.choice("how it shows itself", KINDS),
    met=fields.choice("how often people meet it", MET),
    losses=fields.texts("the losses of torch.nn that it concerns, or []"),
    activations=fields.texts("the activations of torch.nn that it concerns, or []"),
    signatures=fields.texts("messages that lead here, as the proof prints them, or []"),
    reported_on_cuda=fields.texts("messages that people report from CUDA", optional=True),
    asked=fields.texts("three ways in which a user would put it", minItems=3, maxItems=3),
    related=fields.texts("file names of other quirks, without .md, or []"),
    searched=fields.text("what people type into a search, a line each", optional=True),
    combinations={
        "type": "array",
        "description": "patterns of the matrix that it explains",
        "optional": True,
    },
)
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
    "boolean": "bool",
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
# A word in fewer texts than this, or a pair of words, is left out: the finder has to stay light.
WORD_IN, PAIR_IN = 4, 7
STEPS = 2  # what a term counts is rounded to half a text
PAIR = 0.6  # what a pair of words is worth: each word of it counts already
EVEN = 0.5  # how far a quirk with many texts is brought down to one with few: 1 is all the way


@kept
def quirks(docs: Path, snippets: Path, chapter: str) -> list[dict]:
    """Return the quirks of a chapter, or with "" of all, those first that most people meet."""
    found, wrong = [], []
    for page in sorted(docs.glob(f"{chapter or '*'}/quirks/*.md")):
        own = page.parts[-3]
        whole = fields.page_with(QUIRK, page, wrong)
        if whole is None:
            continue
        body, meta = whole
        proof = snippets / own / "quirks" / f"{page.stem}.py"
        source = proof.read_text("utf-8") if proof.exists() else ""
        heading = re.search(r"^# (.+)$", body, re.MULTILINE)
        symptom = re.findall(r"^> (.+)$", body, re.MULTILINE)
        said = printed(source)
        # What other releases and devices printed where this one prints a signature.
        older = [
            got
            for _, lines in (runs_of(proof, snippets, docs).differs if source else ())
            for promised, got in lines
            if got and any(signature in promised for signature in meta.get("signatures", ()))
        ]
        messages = reported(page)
        prose = re.sub(r"^[#>`-].*$|\]\(.*?\)", "", body, flags=re.MULTILINE)
        found.append(
            meta
            | {
                "slug": page.stem,
                "chapter": own,
                "heading": heading[1] if heading else page.stem,
                "symptom": " ".join(symptom),
                "source": source,
                "said": said,
                "older": sorted({*older}),
                "reported": messages,
                "verified": verified(messages, docs, snippets, own),
                "searched": meta.get("searched", ""),
                "text": prose,
            }
        )
    fields.refuse(wrong)
    return sorted(found, key=lambda q: (MET.index(q["met"]), q["slug"]))


def concerns(quirk: dict, combination: dict[str, str]) -> bool:
    """Say whether a quirk explains a combination of the matrix, given by what it is made of."""
    return any(
        all(combination[part] in wanted for part, wanted in pattern.items())
        for pattern in quirk.get("combinations", [])
    )


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


def terms(text: str) -> set[str]:
    """Return the words of a text, and the pairs of words that follow each other."""
    words = stems(text)
    return {*words, *map(" ".join, pairwise(words))}


def texts_of(quirk: dict) -> list[str]:
    """Return what is written about a quirk, and what people searched for, one text each."""
    functions = [FUNCTIONS.get(loss, "") for loss in quirk["losses"]]
    names = [*quirk["losses"], *quirk["activations"], quirk["kind"], *functions]
    short = [quirk["heading"], quirk["title"], quirk["description"], quirk["symptom"]]
    lines = [*quirk["searched"].splitlines(), *quirk["said"], *quirk["text"].splitlines()]
    return [*short, " ".join(names), *filter(str.strip, lines)]


def search_data(found: list[dict]) -> dict:
    """Return what the finder learns from: how much each term is about each quirk, and signatures.

    The finder ranks by naive Bayes over terms: which of the quirks makes them the likeliest? Each
    text counts the same, shared out among its terms: a rare one gets more of it.
    """
    texts = [(number, terms(text)) for number, q in enumerate(found) for text in texts_of(q)]
    texts_with = Counter(term for _, own in texts for term in own)
    rarity = {t: 1 + math.log((1 + len(texts)) / (1 + n)) for t, n in texts_with.items()}
    about: dict[str, Counter] = {}
    for number, own in texts:
        length = math.hypot(*(rarity[term] for term in own))
        for term in own:
            if texts_with[term] >= (PAIR_IN if " " in term else WORD_IN):
                about.setdefault(term, Counter())[number] += rarity[term] / length
    written = [sum(counts[number] for counts in about.values()) for number in range(len(found))]
    mean = sum(written) / len(found)
    shares = [(mean / own) ** EVEN if own else 1 for own in written]
    return {
        "same": SAME,
        "stop": sorted(STOP),
        "terms": " ".join(
            f"{term.replace(' ', '_')} "
            f"{round(4 * rarity[term] * (PAIR if ' ' in term else 1))}"
            f"{packed({number: shares[number] * count for number, count in counts.items()})}"
            for term, counts in sorted(about.items())
        ),
        "signatures": [quirk["signatures"] + quirk["older"] for quirk in found],
        # What people report from CUDA leads to a page, too, and is marked until it is recorded.
        "reported": [
            [m for m in quirk["reported"] if m not in quirk["signatures"]] for quirk in found
        ],
        "unverified": sorted(
            {m for quirk in found for m in quirk["reported"] if m not in quirk["verified"]}
        ),
    }


def packed(counts: dict[int, float]) -> str:
    """Return what a term counts per quirk, short: "b" the second, once; "Ab3" the 28th, thrice.

    Each quirk stands as the number of quirks skipped before it, in letters to the base of 26.
    """
    parts, following = [], 0
    for number, count in sorted(counts.items()):
        high, low = divmod(number - following, 26)
        steps = max(1, round(STEPS * count))
        parts.append(
            (chr(64 + high) if high else "") + chr(97 + low) + (str(steps) if steps > 1 else "")
        )
        following = number + 1
    return "".join(parts)


def warning(quirk: dict, address: str) -> str:
    """One line for where a quirk belongs: what it says, and what its proof printed."""
    blocks = dict(BLOCK.findall(quirk["source"]))
    shown = [printed(blocks.get(mark, ""))[:1] for mark in ("Wrong", "Right")]
    said = [f"<code>{html.escape(line, quote=False)}</code>" for lines in shown for line in lines]
    heading = html.escape(quirk["heading"].replace("`", ""), quote=False)
    return f'<a href="{address}">{heading}</a>: {", and done right ".join(said)}.'


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
