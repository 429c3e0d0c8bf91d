"""MkDocs hook: a page carries the date of its own last commit, or none.

None where git cannot say: without git, in a download, in a clone that is cut off before the page's
last change, and for a page with changes that are not committed. The sitemap has the same dates.
"""

import datetime
import json
import subprocess
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from builder.evidence_schema import SCHEMA

DATES: dict[str, str] = {}  # by path in the folder of the pages, as git writes a day: 2026-11-25


def on_pre_build(config: MkDocsConfig, **_: Any) -> None:
    DATES.clear()
    DATES.update(dates(Path(config.docs_dir)))


def dates(folder: Path) -> dict[str, str]:
    """Return the day of the last commit of each file in a folder."""
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


def on_files(files: Files, config: MkDocsConfig, **_: Any) -> Files:
    """Publish the form of the evidence beside the evidence of each chapter."""
    schema = json.dumps(SCHEMA, indent=1) + "\n"
    for place in sorted(Path(config.docs_dir).glob("*/evidence")):
        name = f"{place.parent.name}/evidence/schema.json"
        files.append(File.generated(config, name, content=schema))
    return files


def on_pre_page(page: Page, **_: Any) -> Page:
    """Give a page its date, or None, for the line above its text and for the sitemap."""
    date = DATES.get(page.file.src_uri)
    day = date and datetime.date.fromisoformat(date)
    page.updated = day  # type: ignore[attr-defined]  # for the theme
    return page
