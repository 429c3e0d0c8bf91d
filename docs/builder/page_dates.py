"""A page carries the date of its own last commit, or none.

None where git cannot say: without git, in a download, in a clone that is cut off before the page's
last change, and for a page with changes that are not committed. The sitemap has the same dates.
"""

import subprocess
from pathlib import Path


def dates(folder: Path) -> dict[str, str]:
    """Return the day of the last commit of each file in a folder, as git writes it: 2026-11-25."""
    found: dict[str, str] = {}
    day, known = "", True
    log = ("log", "--format=%x00%cs%x00%D", "--name-only", "--relative", "--no-renames", "--", ".")
    for line in git(folder, *log):
        if line.startswith("\0"):
            _, day, names = line.split("\0")
            # Where a shallow clone is cut off, every file looks as if it were added.
            known = "grafted" not in names.split(", ")
        elif line:
            found.setdefault(line, day if known else "")
    inside = "".join(git(folder, "rev-parse", "--show-prefix"))
    changed = "\n".join(git(folder, "status", "--porcelain", "--no-renames", "-z", "--", "."))
    for entry in changed.split("\0"):
        found.pop(entry[3:].removeprefix(inside), None)
    return {path: date for path, date in found.items() if date}


def git(folder: Path, *arguments: str) -> list[str]:
    """Return the lines that git prints, or none where there is no git or no repository."""
    command = ["git", "-C", str(folder), "-c", "core.quotePath=false", *arguments]
    try:
        said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    except OSError:
        return []
    return said.stdout.splitlines() if said.returncode == 0 else []
