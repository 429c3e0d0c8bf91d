"""Every page says what it may run and load: the site's own files, and nothing else.

A static site sends no headers, so each page carries its Content-Security-Policy. Scripts that
stand in a page are allowed by their digest: whatever else gets into one does not run.
Source: https://www.w3.org/TR/CSP3/.
"""

import base64
import hashlib
import re

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
HEAD = '<meta charset="utf-8">'  # nothing in a page runs before this
GISCUS = "https://giscus.app"
DISCUSSION = "assets/discussion.js"  # the script that asks giscus; each page has it, or none


def with_policy(page: str) -> str:
    """Return a page that carries its policy; raise ValueError if it has no place for one."""
    if page.count(HEAD) != 1:
        raise ValueError(f"it has not one {HEAD}")
    rules = policy(page, discussed=DISCUSSION in page)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return page.replace(HEAD, f"{HEAD}\n    {meta}")


def policy(page: str, discussed: bool) -> str:
    """Return the policy of a page; of one that is discussed, what giscus needs belongs to it."""
    digests = {
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for script in INLINE.findall(page)
    }
    inline = "".join(f" 'sha256-{digest}'" for digest in sorted(digests))
    own, giscus = "'self'", f" {GISCUS}" * discussed
    directives = {
        "default-src": "'none'",
        "script-src": own + inline + giscus,
        "style-src": own + giscus,
        "img-src": f"{own} data:",
        "connect-src": own,  # what the finder knows of the pages, and the versions of a release
        "worker-src": own,
        "frame-src": GISCUS if discussed else "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
