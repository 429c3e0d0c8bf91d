"""What axe says of a page in a browser."""

from pathlib import Path
from typing import TYPE_CHECKING

from built.tools import checker

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = "axe-core/axe.min.js"  # of the checkers that npm installs
ASKING = Path(__file__).with_suffix(".js")


SETTLE = """async () => {
    for (const fading of document.getAnimations()) fading.finish();
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}"""


def settle(page: "Page") -> None:
    """Let a page end what it moves, and do what it does about another size."""
    page.evaluate(SETTLE)


def violations(
    page: "Page", only: str = "", within: str = "", judged: set[str] | None = None
) -> list[list[str]]:
    """Return what axe finds: each rule, and the elements that break it.

    `only` "contrast" or "targets" asks for the rules that hang on the colours, or on the size;
    `within` a selector asks of what is there. Ways to show text that are in `judged` are not asked
    about again, and those that are found to be right are added to it.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(checker(AXE).read_text("utf-8"))
    settle(page)
    known = sorted(judged or ())
    found, ways = page.evaluate(ASKING.read_text("utf-8"), [only, within, known])
    if judged is not None and not found:
        judged.update(ways)
    return list(found)
