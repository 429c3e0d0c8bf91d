"""What the finder knows of the site besides the quirks: each page, and each section of it.

It stands in `find/pages.json`, which the finder fetches when words are asked about.
"""

import html
import json
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

FILE = "find/pages.json"
UNREAD = ("pre", "script", "style", "svg")  # of programs, a page says in words what they show
VOID = ("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")
INLINE = ("a", "abbr", "b", "bdi", "code", "del", "em", "i", "ins", "span", "strong", "sub", "sup")
HEADINGS = ("h1", "h2", "h3", "h4")
Entry = dict[str, str]  # location, title, text, and of a page its name and what it is searched by


class Sections(HTMLParser):
    """Cut a page into sections, each from one heading with a name to the next.

    What has `data-unsearched` is left out.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[tuple[str, list[str], list[str]]] = []  # name, title, text
        self.open: list[tuple[str, bool]] = []  # tags, and whether what is in them is left out
        self.title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        self.apart(tag)
        own = dict(attrs)
        link = own.get("class") == "headerlink"
        left_out = tag in UNREAD or "data-unsearched" in own or link
        self.open.append((tag, left_out or self.left_out))
        if tag in HEADINGS and own.get("id") and not self.left_out:
            self.sections.append((own["id"] or "", [], []))
            self.title = True

    def apart(self, tag: str) -> None:
        """Begin a line where a block begins or ends."""
        if tag not in INLINE and self.sections and not self.title:
            self.sections[-1][2].append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.apart(tag)
        if tag in [name for name, _ in self.open]:
            while self.open.pop()[0] != tag:
                pass
        self.title = self.title and tag not in HEADINGS

    def handle_data(self, data: str) -> None:
        if self.sections and not self.left_out:
            _, title, text = self.sections[-1]
            (title if self.title else text).append(data.replace("\n", " "))

    @property
    def left_out(self) -> bool:
        return bool(self.open) and self.open[-1][1]


def entries(location: str, page: str, text: str, searched: str = "") -> Iterator[Entry]:
    """Yield an entry for a page, and for each further section.

    A page has also what it is called in lists, and what people type who look for it.
    """
    name = html.unescape(page.partition("<title>")[2].partition("</title>")[0])
    parser = Sections()
    parser.feed(text)
    parser.close()
    for number, (place, *parts) in enumerate(parser.sections):
        title, said = (tidy("".join(part)) for part in parts)
        entry = {"location": f"{location}#{place}", "title": title, "text": said}
        # A page is called what it is called in the navigation: "name - name of the site".
        called = {"location": location, "name": name.rpartition(" - ")[0]}
        yield entry if number else entry | called | ({"searched": searched} if searched else {})


def tidy(text: str) -> str:
    """Return lines without blanks at their ends, and without lines that have nothing else."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return "\n".join(filter(None, lines))


def write(site: Path, found: Iterable[Entry]) -> None:
    path = site / FILE
    path.parent.mkdir(exist_ok=True)
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in found)
    path.write_text(f'{{"docs": [\n{lines}\n]}}\n', "utf-8", newline="\n")
