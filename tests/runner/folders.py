"""Where everything lies."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS, SNIPPETS = ROOT / "docs", ROOT / "snippets"
