"""MkDocs hook: a notebook page without the style sheets and scripts that nbconvert inlines."""

import re

INLINED = re.compile(r"<(style|script)\b.*?</\1>|<clipboard-copy\b.*?</clipboard-copy>", re.DOTALL)


def on_page_content(html: str, page, **_) -> str:
    """Return the cells alone; docs/assets/site.css dresses them."""
    if not page.file.src_uri.endswith(".ipynb"):
        return html
    return INLINED.sub("", html)
