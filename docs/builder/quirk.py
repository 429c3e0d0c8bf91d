"""What a quirk is: a page that says of itself what it is about, and the proof of the same name."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from builder import fields
from builder.outputs import runs_of, verified
from builder.reading import kept
from builder.remedy import Remedy
from builder.snippet import Snippet, promises

WORD = re.compile(r"[a-z]{2,}", re.IGNORECASE)
BLOCK = re.compile(r"^# (Wrong|Right)\b.*\n((?:.+\n)+)", re.MULTILINE)  # of a proof
MET = ("very high", "high", "medium", "low")
KINDS = ("loud error", "warning", "silent", "numerical", "device", "myth")
ALSO = {
    "description": "a message, and after a colon the expression that prints it",
    "anyOf": [
        fields.text("a message that the list of messages has, too", minLength=10),
        {
            "type": "object",
            "additionalProperties": fields.text("an expression, with torch, nn and F at hand"),
            "minProperties": 1,
            "maxProperties": 1,
        },
    ],
}
QUIRK = fields.of(
    title=fields.text("what it is called in lists, in a few words"),
    description=fields.text("what happens and why, in a sentence or two: search engines show it"),
    kind=fields.choice("how it shows itself", KINDS),
    met=fields.choice("how often people meet it", MET),
    losses=fields.texts("the losses of torch.nn that it concerns, or []"),
    activations=fields.texts("the activations of torch.nn that it concerns, or []"),
    parameters=fields.texts(
        "the parameters that it explains, as Class.name, or a name alone for all that have it",
        optional=True,
    ),
    signatures=fields.texts("messages that lead here, as the proof prints them, or []"),
    reported_on_cuda=fields.texts(
        "messages that people report from CUDA",
        items=fields.text("a message of ten letters or more", minLength=10),
        optional=True,
    ),
    also=fields.texts(
        "further messages with this cause and this cure, each with code that prints it",
        items=ALSO,
        optional=True,
    ),
    asked=fields.texts("three ways in which a user would put it", minItems=3, maxItems=3),
    related=fields.texts("file names of other quirks, without .md, or []"),
    searched=fields.text("what people type into a search, a line each", optional=True),
    combinations={
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": fields.texts("those that it may be"),
            "description": "a list for each part",
        },
        "description": "patterns of the matrix that it explains",
        "optional": True,
    },
)


@dataclass(frozen=True)
class Quirk:
    """A quirk: the fields of its page, which QUIRK explains, and what they and the proof say."""

    slug: str
    chapter: str
    heading: str
    symptom: str
    remedy: Remedy | None
    text: str  # the prose of its page
    proof: Snippet | None
    older: list[str]  # what other releases and devices print where this one prints a signature
    reported: list[str]  # messages that people report from CUDA
    verified: dict[str, str]  # those of them that a recording has, each with where it ran

    title: str
    description: str
    kind: str
    met: str
    losses: list[str]
    activations: list[str]
    signatures: list[str]
    asked: list[str]
    related: list[str]
    parameters: list[str] = field(default_factory=list)
    also: list[str | dict[str, str]] = field(default_factory=list)
    reported_on_cuda: list[str] = field(default_factory=list)
    searched: str = ""
    combinations: list[dict[str, list[str]]] = field(default_factory=list)

    @classmethod
    def from_file(cls, page: Path, docs: Path, snippets: Path) -> "Quirk":
        """Read a page and its proof; raise BuildError with what is wrong with the page."""
        body, meta = fields.page_with(QUIRK, page)
        chapter = page.parts[-3]
        path = snippets / chapter / "quirks" / f"{page.stem}.py"
        proof = Snippet.from_file(path, snippets) if path.exists() else None
        heading = re.search(r"^# (.+)$", body, re.MULTILINE)
        messages = reported(page)
        return cls(
            slug=page.stem,
            chapter=chapter,
            heading=heading[1] if heading else page.stem,
            symptom=" ".join(re.findall(r"^> (.+)$", body, re.MULTILINE)),
            remedy=Remedy.of_page(body),
            text=re.sub(r"^[#>`+-].*$|\]\(.*?\)", "", body, flags=re.MULTILINE),
            proof=proof,
            older=older(proof, meta["signatures"], docs) if proof else [],
            reported=messages,
            verified=verified(messages, docs, snippets, chapter),
            **meta,
        )

    @property
    def messages(self) -> list[str]:
        """The messages that lead here, of this release and others, of the CPU and others."""
        return [*self.signatures, *self.older, *self.further, *self.reported]

    @property
    def further(self) -> dict[str, str]:
        """Further messages, each with the expression that prints it, or with nothing."""
        pairs = [{one: ""} if isinstance(one, str) else one for one in self.also]
        return {message: code for pair in pairs for message, code in pair.items()}

    @property
    def said(self) -> list[str]:
        """What its proof prints."""
        return self.proof.promises if self.proof else []

    def shown(self, mark: str) -> list[str]:
        """Return what the block of its proof under # Wrong, or # Right, prints."""
        blocks = dict(BLOCK.findall(self.proof.source)) if self.proof else {}
        return promises(blocks.get(mark, ""))


@kept
def quirks(docs: Path, snippets: Path, chapter: str) -> list[Quirk]:
    """Return the quirks of a chapter, or with "" of all, those first that most people meet.

    Raises BuildError with what is wrong with any of their pages.
    """
    pages = sorted(docs.glob(f"{chapter or '*'}/quirks/*.md"))
    found = fields.each(lambda page: Quirk.from_file(page, docs, snippets), pages)
    return sorted(found, key=lambda quirk: (MET.index(quirk.met), quirk.slug))


def older(proof: Snippet, signatures: list[str], docs: Path) -> list[str]:
    """Return what other releases and devices printed where this one prints a signature."""
    found = {
        got
        for _, lines in runs_of(proof, docs).differs
        for promised, got in lines
        # Where it raises nothing, it prints a number instead, which is no message.
        if len(WORD.findall(got)) > 2 and any(signature in promised for signature in signatures)
    }
    return sorted(found)


def reported(page: Path) -> list[str]:
    """Return the messages that people report from CUDA, as the front matter of a page has them.

    What a quirk about CUDA has for its signatures is reported, too, until its proof has run there.
    """
    meta = fields.page(page)[1] if page.is_file() else {}
    own = meta.get("signatures", []) if page.stem.endswith("_cuda") else []
    return [*own, *meta.get("reported_on_cuda", [])]


def concerns(patterns: list[dict[str, list[str]]], combination: dict[str, str]) -> bool:
    """Say whether patterns fit a combination of the matrix, given by what it is made of."""
    return any(
        all(combination[part] in wanted for part, wanted in pattern.items()) for pattern in patterns
    )
