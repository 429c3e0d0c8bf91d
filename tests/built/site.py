"""Law: a built site shows what its sources call for, all of it, once, in order, and nothing else.

Each law is a function of one file, as it lies in the built folder, and of what is `Expected`: so a
changed file can be held to them again without the rest of the site. Nothing here renders a page.
"""

import re

from built.expected import Expected
from built.files import of_copy, of_deck, of_finder, of_index, of_words
from built.pages import of_page

RUBBISH = {
    r"wzxhzdk|klzzwxh": "a placeholder of Markdown's stash",
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]": "a control character",
    r"\\u00(?:0[0-8bcef]|1[0-9a-f]|7f)": "a control character, written as JSON does",
    r"<!-- *(?:show|ask)\b|-{2,}8(?:<|&lt;)": "a marker that nothing expanded",
}
# Of the page for authors: files as they are written, with what is still to be expanded.
WRITTEN = re.compile(r'<details class="file".*?</details>', re.DOTALL)
TEXT = (".html", ".json", ".ipynb", ".yml", ".xml", ".js", ".css", ".svg")


def flaws(name: str, content: bytes, expected: Expected) -> list[str]:
    """Return what is wrong with a file of a built site."""
    if name.endswith(".apkg"):
        found = of_deck(name, content, expected)
    elif not name.endswith(TEXT) or name.startswith(("assets/javascripts", "assets/stylesheets")):
        return []  # the theme's
    else:
        text = content.decode("utf-8", "replace")
        if not name.endswith((".html", ".xml")) and not name.startswith("find/"):
            return [f"{name} {flaw}" for flaw in of_copy(name, content, expected)]
        read = WRITTEN.sub("", text)
        found = [
            f"holds {what}, {read[max(0, slip.start() - 40) : slip.end() + 40]!r}: a page, or the "
            "theme, is to be mended where it makes this"
            for pattern, what in RUBBISH.items()
            for slip in re.finditer(pattern, read)
        ]
        if name.endswith(".html"):
            found += of_page(name, text, expected)
        elif name == "find/pages.json":
            found += of_index(text, expected)
        elif name == "find/quirks.json":
            found += of_finder(text, expected)
        elif name.startswith("find/"):
            found += of_words(text)
    return [f"{name} {flaw}" for flaw in found]
