"""Where the pages and their programs lie: in the tree that this package belongs to."""

from pathlib import Path

DOCS = Path(__file__).parents[1]
SNIPPETS = DOCS.parent / "snippets"
