"""The numbers of a page's prose: each is printed by a program on the page."""

import re
from html.parser import HTMLParser

SAID = re.compile(r"(?<![\w.])(\d+\.\d+(?:e[+-]?\d+)?(?!\.?\d)|\d+e[+-]?\d+|\d+(?=\s?%))")
ANY_NUMBER = re.compile(r"\d+\.?\d*(?:e[+-]?\d+)?")


class Prose(HTMLParser):
    """Collects a page's own words, and its inline code; what ran or is quoted is neither."""

    LEFT_OUT = ("pre", "blockquote", "script", "style", "svg", "math", "recorded-view")
    AFTER = "also", "related"  # what the template adds to a page
    RECORDED = frozenset(("class", name) for name in ("snippet-caption", "other-torch", *AFTER))

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = self.code = ""
        self.open: list[str] = []  # elements that are neither, or code
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in (*self.LEFT_OUT, "code") or self.RECORDED & {*attrs}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open == ["code"]:
            self.code += f" {data} "
        elif not self.open:
            self.words += data


def numbers(text: str, pattern: re.Pattern[str] = ANY_NUMBER) -> dict[float, str]:
    return {float(found): found for found in pattern.findall(text)}


def unknown(text: str, known: dict[float, str]) -> list[str]:
    """Return the decimals, exponents and percentages of a text that are not among the known."""
    return [number for value, number in numbers(text, SAID).items() if value not in known]
