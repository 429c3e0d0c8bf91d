"""Make matplotlib's SVG small, and let the page set its colours and its type.

What stays are plain attributes: a page's style finds `stroke="#1f77b4"` and puts its own blue.
"""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

SVG = "http://www.w3.org/2000/svg"
LINK = "{http://www.w3.org/1999/xlink}href"
# matplotlib's names: a program writes "tab:blue". The page has its own for each.
COLORS = {
    "#1f77b4": "tab:blue",
    "#ff7f0e": "tab:orange",
    "#2ca02c": "tab:green",
    "#d62728": "tab:red",
    "#9467bd": "tab:purple",
    "#7f7f7f": "tab:gray",
    "#b0b0b0": "the grid",
    "#000000": "black",
    "#ffffff": "white",
    "none": "none",
}
DEFAULTS = {
    ("stroke-linejoin", "round"),
    ("stroke-linecap", "butt"),
    ("stroke-linejoin", "miter"),
    ("stroke-dashoffset", "0"),
    ("text-anchor", "start"),
    ("font-size", "11px"),
    ("fill", "#000000"),
}
DROPPED = {"font", "font-family", "font-style", "font-weight"}
DIGITS = re.compile(r"-?\d*\.\d+(?:e-?\d+)?|-?\d+")


def small(written: str, name: str) -> str:
    """Return an SVG without what no reader sees; raise ValueError for a colour of no theme.

    `name` begins the ids, so that two figures on a page keep theirs apart.
    """
    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE.*?>", "", written, flags=re.DOTALL))
    width, height = root.attrib["viewBox"].split()[2:]
    ids = dict.fromkeys(re.findall(r'(?:url\(#|href="#)([^)"]+)', written))
    used = {own: f"{name}-{place}" for place, own in enumerate(ids)}  # its own hang on roundings
    body = "".join(part(child, used) for child in root)
    return f'<svg xmlns="{SVG}" viewBox="0 0 {short(width)} {short(height)}">{body}</svg>\n'


def part(element: Element, used: dict[str, str]) -> str:
    """Return an element and what is in it, or nothing if nothing is seen of it."""
    tag = element.tag.rpartition("}")[2]
    if tag in ("metadata", "style"):
        return ""
    inside = "".join(part(child, used) for child in element)
    inside = (element.text or "").strip() + inside if tag in ("text", "tspan") else inside
    attributes = attributes_of(element, used)
    if tag == "g":  # matplotlib groups everything; only an opacity or an id would be missed
        return wrapped("g", attributes, inside) if attributes and inside else inside
    if tag == "path" and attributes.get("fill") == "#ffffff" and "stroke" not in attributes:
        return ""  # the background
    if tag == "defs" and not inside:
        return ""
    return wrapped(tag, attributes, inside)


def wrapped(tag: str, attributes: dict[str, str], inside: str) -> str:
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>"


def attributes_of(element: Element, used: dict[str, str]) -> dict[str, str]:
    """Return the attributes that count, styles among them, in short numbers."""
    given = {key: value for key, value in element.attrib.items() if key != "style"}
    for rule in filter(None, map(str.strip, element.attrib.get("style", "").split(";"))):
        key, _, value = rule.partition(":")
        given[key.strip()] = value.strip()
    found = {}
    for key, value in given.items():
        if key in ("fill", "stroke") and value not in COLORS:
            raise ValueError(
                f"It draws in {value}. A figure has the colours of the page: "
                f"{', '.join(c for c in COLORS.values() if c.startswith('tab:'))}."
            )
        if key == "id":
            if value in used:
                found[key] = used[value]
        elif key == LINK:
            found["href"] = f"#{used[value[1:]]}"
        elif key == "clip-path":
            if "#b0b0b0" not in element.attrib.get("style", ""):  # the grid ends by itself
                found[key] = f"url(#{used[value[5:-1]]})"
        elif key == "transform" and re.fullmatch(r"rotate\(-?0 .*\)", value):
            continue
        elif key not in DROPPED and (key, value) not in DEFAULTS:
            found[key] = short(value) if key not in ("fill", "stroke") else value
    return found


def short(value: str) -> str:
    """Return numbers to a tenth of a point, and paths without blanks that say nothing."""
    rounded = DIGITS.sub(lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), value)
    rounded = re.sub(r"\s+", " ", rounded.replace("-0 ", "0 ")).strip()
    return re.sub(r" ?([A-Za-z]) ?", r"\1", rounded) if re.match(r"M ?[\d-]", rounded) else rounded
