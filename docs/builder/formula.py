"""A formula, written in TeX in a `math` fence, as MathML: browsers set it without a script.

Source: https://www.w3.org/TR/mathml-core/.
"""

import re
from html import unescape

from latex2mathml import exceptions
from latex2mathml.converter import convert

ERRORS: tuple[type[Exception], ...] = tuple(
    one for one in vars(exceptions).values() if isinstance(one, type)
)


def shown(tex: str) -> str:
    """Return a formula as MathML; raise ValueError for what is none."""
    try:
        made = convert(" ".join(tex.split()), display="block")
    except ERRORS as error:
        raise ValueError(type(error).__name__.removesuffix("Error")) from None
    if unknown := re.search(r"\\\w+", unescape(made)):
        raise ValueError(f"there is no {unknown[0]}")
    return f'<div class="formula" tabindex="0" data-unsearched>{made}</div>'
