"""Build the site with Zensical: `python -m builder.zensical_build` writes `site/`.

Zensical calls no hooks: what they do before and after a build is done here.
"""

import shutil

from builder.chapter import refuse_faults
from builder.finish import finish
from builder.folders import DOCS, SNIPPETS


def main() -> None:
    from zensical import build  # which only this has: pytest reads each module here
    from zensical.config import get_config

    refuse_faults(DOCS, SNIPPETS)
    tree = DOCS.parent
    shutil.rmtree(tree / "site", ignore_errors=True)
    build(str(tree / "mkdocs.yml"), {"clean": True, "strict": True})
    config = get_config()
    finish(tree / "site", DOCS, config["site_name"], config["site_url"] or "")


if __name__ == "__main__":
    main()
