"""The laws of a page, and of what stands around its article."""

import math
import re
from collections import Counter
from datetime import date
from itertools import pairwise

from built.expected import NOTHING, Expected, difference, joined, quoted
from built.page_data import of_data
from built.prose import Prose, numbers, unknown
from built.reader import Reader
from built.tokens import CAPTION, CODE, END, PREDICTION, PROMISE, VIEW, resolved, words

TEMPLATE = frozenset([("{", "{"), ("}", "}"), ("{", "%"), ("%", "}")])
# Links that are called otherwise than what they lead to, and how that ends.
FIXED = {"Skip to content": "", "home page": "index.html", "Read the latest one .": ""}
FIXED |= {"All errors": "find/index.html", "All exercises": "/exercises/index.html"}


def of_page(name: str, text: str, expected: Expected) -> list[str]:
    page = Reader(name, text)
    found = of_surroundings(page, expected)
    if name not in expected.tokens:
        return found + [f"says “{t}”" for t in page.article if t in NOTHING or t[0] == CODE]
    wanted = expected.tokens[name]
    if wrong := difference(wanted, page.article, expected.own, expected.known):
        found.append(
            f"is not what docs/{expected.source_of[name]} calls for: {wrong}. Mend the source, "
            "or the theme that shows it; if this is right, the law in tests/built/wanted.py"
        )
    if more := templates(page.article) - templates(wanted):
        found.append(f"shows a template: {[*map(''.join, more)]}; expand it")
    found += of_head(page, expected) + of_facts(page, expected) + of_report(page, expected)
    return found + of_numbers(page, text, expected) + of_data(page, text, expected)


def templates(tokens: list[str]) -> Counter[tuple[str, str]]:
    return Counter(pair for pair in pairwise(tokens) if pair in TEMPLATE)


def of_surroundings(page: Reader, expected: Expected) -> list[str]:
    """Around the article a link is called what it leads to, and nothing is called None."""
    found = []
    for part in page.all("link"):
        said = joined(part.tokens)
        file, _, place = resolved(part.attributes.get("href", ""), page.page).partition("#")
        fixed = FIXED.get(said.strip())
        if not said.strip() or (fixed is not None and file.endswith(fixed)):
            continue
        heading = joined(page.headings.get(place, [])) if place else expected.titles.get(file, "")
        called = expected.labels.get(f"{file}#{place}", heading)
        folders = [joined(words(part.replace("-", " ").capitalize())) for part in file.split("/")]
        names = called, joined(words(expected.site_name)), *folders, *expected.groups
        if fixed or (called and not said.endswith(names)):
            found.append(f"calls {place or file} “{said.strip()}”, and not “{called.strip()}”")
        elsewhere = [] if called else part.tokens  # the name of a page may say such things
        found += [f"says “{t}” in a link" for t in elsewhere if t in NOTHING]
    marks = {joined(part.tokens).strip() for part in page.all("headerlink")} - {"¶"}
    found += [f"has “{mark}” where a heading has its ¶" for mark in marks]
    rest = [part for kind in ("rest", "page-facts") for part in page.all(kind)]
    beside = [token for part in rest for token in part.tokens]
    own = expected.titles.get(page.page, "").split()  # in the header, too
    found += [f"says “{t}” beside its article" for t in beside if t in NOTHING and t not in own]
    found += [f"has a template beside its article: {pair}" for pair in templates(beside)]
    return found


def of_head(page: Reader, expected: Expected) -> list[str]:
    """A page is called and described as its source says, and refers to what that refers to."""
    found, meta = [], expected.meta(page.page)
    if not page.all("title"):
        return ["has no title: it is empty, or cut off"]
    title, called = page.all("title")[0].tokens, expected.titles[page.page].split()
    if title not in ([*called, "-", *words(expected.site_name)], words(expected.site_name)):
        found.append(f"has the title “{quoted(title)}”, and not “{quoted(called)}”")
    described = page.meta.get("description", "")
    if "description" in meta and words(described) != words(meta["description"]):
        found.append(f"describes itself as “{described}”, and not as its source does")
    return found


def of_facts(page: Reader, expected: Expected) -> list[str]:
    """The line of facts counts what is on the page."""
    facts, meta = page.all("page-facts"), expected.meta(page.page)
    if not facts:
        own = "/" in expected.source_of[page.page] or "kind" in meta
        return ["has no line of facts above it"] * own
    said = [token for token in facts[0].tokens if token.isdigit()]
    days = [date.fromisoformat(day) for day in page.days]
    programs = sum(
        code[0] == CODE and (after in (CAPTION, PREDICTION) or before == "program")
        for before, code, after in zip(
            page.article, page.article[1:], page.article[2:], strict=False
        )
    )
    least, most = (math.ceil(read(page.article) * share / 200) for share in (0.96, 1.04))
    minutes = [str(number) for number in range(least, most + 1)]
    known = [str(meta[name]) for name in ("chapter", "minutes") if name in meta]
    after = [str(programs)] * bool(programs) + [str(n) for day in days for n in (day.day, day.year)]
    if said not in [[*known, read_in, *after] for read_in in minutes]:
        wanted = f"{known}, {' or '.join(minutes)} minutes, {after}"
        return [f"says of itself “{quoted(facts[0].tokens)}”, where its numbers are {wanted}"]
    said = [meta[name].capitalize() for name in ("kind", "level") if name in meta]
    said += [word for day in days for word in ("Updated", day.strftime("%B"))]
    if lost := {*words(*said)} - {*facts[0].tokens}:
        return [f"says of itself “{quoted(facts[0].tokens)}”, without {lost}"]
    dated = [joined(part.tokens) for part in page.all("md-source-file")]
    wrong = [day for day in dated if days and day != joined(words(*page.days))]
    return [f"is from {page.days}, and says {wrong}"] if wrong else []


REPORT = """This did not help Copy these lines, complete them, and send them to whoever showed you
this site. Nothing is sent from here. Page: {} Address: {} Release of PyTorch: Processor or GPU:
What I ran: What it said: What I hoped to find here:"""


def of_report(page: Reader, expected: Expected) -> list[str]:
    """What a reader sends, whom a page did not help, names that page; the home page has nothing."""
    said = [part.tokens for part in page.all("unhelpful")]
    address = page.page.removesuffix("index.html")
    title = expected.titles[page.page].strip()
    wanted = [words(REPORT.format(title, address))] if address else []
    has, calls_for = ([quoted(tokens) for tokens in found] for found in (said, wanted))
    return [f"has {has} for whom it did not help, and not {calls_for}"] * (said != wanted)


def read(tokens: list[str]) -> int:
    """Return how many words there are to read, outside programs and recorded views."""
    count, open_zones = 0, []
    for token in tokens:
        if token.startswith("⟦"):
            open_zones.append(token)
        elif token == END:
            open_zones.pop()
        elif not {VIEW, PREDICTION} & {*open_zones}:
            count += bool(re.fullmatch(r"\w+", token))
    return count


def of_numbers(page: Reader, text: str, expected: Expected) -> list[str]:
    """A decimal or percentage in prose is printed by a program on the page."""
    if expected.source_of[page.page].endswith(".ipynb"):
        return []
    code = "\n".join(token[1:] for token in page.article if token[0] == CODE)
    printed = numbers("\n".join(PROMISE.findall(code)))
    prose = Prose(text[text.index("<article") : text.index("</article>")])
    unprinted = unknown(prose.words, printed) + unknown(prose.code, printed | numbers(code))
    return [f"says {', '.join(unprinted)}, and no program on it prints that"] * bool(unprinted)
