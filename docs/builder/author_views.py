"""What the page for authors shows: files of this repository, as their authors wrote them."""

from dataclasses import dataclass
from pathlib import Path

from builder.chapter import CARD, Chapter, cards
from builder.reading import kept
from builder.reading import text as text_of
from builder.snippet import without_promises
from builder.views import listing, text, view

WRITTEN = (".md", ".py", ".yml")  # by hand; all else in the two folders is recorded
SHORT = 30  # lines that are shown at once; more are in a fold


@dataclass(frozen=True)
class File:
    """A file, or one card of it: its path in the repository, as in `docs/c/interview.md#a-card`."""

    slug: str
    path: Path

    @property
    def source(self) -> str:
        whole, card = text_of(self.path), self.slug.partition("#")[2]
        if not card:
            return whole
        return next(found[0] for found in CARD.finditer(whole) if found[2] == card)


@kept
def files(docs: Path, snippets: Path, chapter: str) -> list[File]:
    """Return what authors have written of a chapter: whole files, and cards one by one."""
    found = [
        File(f"{place}/{path.relative_to(root).as_posix()}", path)
        for place, root in (("docs", docs), ("snippets", snippets))
        for path in sorted((root / chapter).rglob("*"))
        if path.suffix in WRITTEN
    ]
    page = docs / chapter / "interview.md"
    of_page = cards(page) if page.exists() else []
    return found + [File(f"docs/{chapter}/interview.md#{card.id}", page) for card in of_page]


@view
def file(one: File, _: Chapter) -> str:
    """A file as its author leaves it to `nox -s record`, which adds what it printed."""
    source = without_promises(one.source) if one.path.suffix == ".py" else one.source
    shown = listing(source) if one.path.suffix == ".py" else prose(source)
    lines = len(source.splitlines())
    return (
        f'<details class="file" data-unsearched{" open" * (lines <= SHORT)}>'
        f"<summary>{text(one.slug.partition('#')[0])}</summary>{shown}</details>"
    )


def prose(source: str) -> str:
    """Return a text with long lines as code that wraps."""
    return f'<div class="highlight prose"><pre><code>{text(source)}</code></pre></div>'
