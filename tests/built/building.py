"""Build the site, as a release does."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from runner.folders import ROOT

REPO, ADDRESS = "https://github.com/reader/essentials", "https://reader.example/essentials/"
HOSTED = {
    "REPO_URL": REPO,
    "SITE_URL": ADDRESS,
    "VERSION_SELECTOR": "true",
    "GISCUS_REPO": "reader/essentials",
    "GISCUS_REPO_ID": "R_1",
    "GISCUS_CATEGORY": "Pages",
    "GISCUS_CATEGORY_ID": "DIC_1",
}

# With the commands of this environment before others of their name, as `nox` sets it.
PATH = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


def machinery(tree: Path) -> str:
    """Return the PYTHONPATH with which a tree's own modules are found, as `nox` sets it."""
    return os.pathsep.join(str(tree / part) for part in ("docs", "tests"))


def small_tree(folder: Path, files: dict[str, str]) -> Path:
    """Return a tree with the machinery of this one, and with the content that is given."""
    for name in ("docs/builder", "docs/theme", "docs/assets", "mkdocs.yml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def build_site(
    folder: Path, tree: Path = ROOT, builder: str = "mkdocs", **environment: str
) -> Path:
    """Build the site as a release does, with no address and no repository unless given.

    Zensical, called by `builder.zensical_build`, takes no options: it writes to site/. Not with
    --quiet, which hides warnings from --strict.
    """
    options = ["build", "--strict", "-f", "mkdocs.yml", "-d", str(folder)]
    kept = {name: os.environ[name] for name in os.environ if name not in HOSTED}
    fixed = {"SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"}
    fixed |= {"PYTHONPATH": machinery(tree)}
    built = subprocess.run(
        [sys.executable, "-m", builder, *options * (not builder.startswith("builder."))],
        cwd=tree,
        env=kept | fixed | environment,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return folder
