"""Law: a page that its author did not mean is refused, by its name, before a reader sees it."""

import logging
import shutil
from pathlib import Path

import pytest
import yaml
from builder.evidence import Environment, Recording, Run
from built.building import build_site, small_tree
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError
from runner.folders import ROOT
from test_pages import stale, unprinted

SNIPPETS = {
    "good.py": '"""One and one is two."""\n\nprint(f"{1 + 1:.1f}")\n# > 2.0\n',
    "empty.py": "",
    "parts.py": "# --8<-- [start:one]\nx = 1\n# --8<-- [end:one]\n# --8<-- [start:open]\ny = 2\n"
    "# --8<-- [start:one]\nz = 3\n# --8<-- [end:one]\n",
}
FENCE = "```python\n{}\n```\n"
TYPED = "a Python fence that is not a whole snippet"

# What is wrong with the page: the page, and what the refusal says.
BAD_PAGES = {
    "an include of a missing file": (FENCE.format('--8<-- "c/none.py"'), "c/none.py"),
    "a missing region": (FENCE.format('--8<-- "c/parts.py:none"'), "none"),
    "a region's start misspelt": (FENCE.format('--8<-- "c/parts.py:oen"'), "oen"),
    "a region never closed": (FENCE.format('--8<-- "c/parts.py:open"'), TYPED),
    "a region defined twice": (FENCE.format('--8<-- "c/parts.py:one"'), TYPED),
    "an include marker misspelt": (FENCE.format('--8< "c/good.py"'), TYPED),
    "an include without quotes": (FENCE.format("--8<-- c/good.py"), TYPED),
    "an include within a line": (FENCE.format('x = 1  --8<-- "c/good.py"'), TYPED),
    "an include marker in prose": ('See --8<- "c/good.py" here.\n', "an include not expanded"),
    "a line range past the end": (FENCE.format('--8<-- "c/good.py:90:95"'), TYPED),
    "an empty snippet": (FENCE.format('--8<-- "c/empty.py"'), TYPED),
    "typed-in Python": (FENCE.format("print(1)"), TYPED),
    "typed-in Python with braces": ("``` { .python }\nprint(1)\n```\n", TYPED),
    "Python in another name": ("```py\nprint(1)\n```\n", "a fence in 'py'"),
    "a console session of Python": ("```pycon\n>>> 1\n1\n```\n", "a fence in 'pycon'"),
    "output typed by hand": ("```text\nloss 0.5\n```\n", "a fence in 'text'"),
    "an unknown fence language": ("```pyhton\nprint(1)\n```\n", "a fence in 'pyhton'"),
    "an unclosed fence": ('```python\n--8<-- "c/good.py"\n', "a fence that is not closed"),
    "an admonition indented by two": ("!!! note\n  Text.\n", "an admonition without text"),
    "front matter that is not YAML": ("---\ntitle: [a\n---\n\n# Page\n", "not valid YAML"),
    "an undefined footnote": ("Text.[^1]\n", "a footnote without a definition"),
    "an undefined reference": ("See [text][nowhere].\n", "a reference link without"),
    "a broken page link": ("[text](missing.md)\n", "'missing.md'"),
    "a missing image": ("![text](missing.png)\n", "'missing.png'"),
    "a broken anchor": ("[text](#missing)\n", "'#missing'"),
    "an absolute link": ("[text](/index/)\n", "'/index/'"),
    "a link to a folder": ("[text](missing/)\n", "'missing/'"),
}


def make_project(folder: Path, page: str | bytes, **settings) -> Path:
    """Write a site with the real configuration and machinery around one page of content."""
    (folder / "docs").mkdir()
    for name in ("theme", "builder", "assets"):
        shutil.copytree(ROOT / "docs" / name, folder / "docs" / name)
    (folder / "snippets" / "c").mkdir(parents=True)
    for name, source in SNIPPETS.items():
        (folder / "snippets" / "c" / name).write_text(source, "utf-8")
    page = page.encode() if isinstance(page, str) else page
    (folder / "docs" / "index.md").write_bytes(page)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    places = f"docs: {folder / 'docs'}, snippets: {folder / 'snippets'}"
    for extension in ("snippet_fences", "recorded_views"):
        config = config.replace(f"{extension}: {{", f"{extension}: {{ {places},")
    config = "".join(line for line in config.splitlines(True) if line.split(":")[0] not in settings)
    extra = yaml.safe_dump(settings) if settings else ""
    (folder / "mkdocs.yml").write_text(f"{config}\n{extra}", "utf-8")
    return folder / "mkdocs.yml"


def refusal(config_file: Path, caplog: pytest.LogCaptureFixture) -> str:
    """Build strictly; return what was said when it refused, or nothing if it did not."""
    caplog.set_level(logging.WARNING, "mkdocs")
    try:
        build(load_config(str(config_file), strict=True, site_dir=str(config_file.parent / "site")))
    except (Abort, ConfigurationError, Exception) as error:
        return f"{caplog.text}\n{error}"
    return ""


def test_a_good_page_is_accepted(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    page = "# Page\n\n" + FENCE.format('--8<-- "c/good.py"')
    assert refusal(make_project(tmp_path, page), caplog) == ""


@pytest.mark.parametrize("wrong", BAD_PAGES)
def test_a_bad_page_is_refused(
    wrong: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page, said = BAD_PAGES[wrong]
    page = page if page.startswith("---") else f"# Page\n\n{page}"
    words = refusal(make_project(tmp_path, page), caplog)
    assert said in words
    assert "index.md" in words, "the refusal does not name the page"


BAD_PROJECTS = {
    "a page that is not UTF-8": ("# \xe9".encode("latin-1"), {}, "index.md"),
    "a nav entry without a page": ("# Page", {"nav": ["index.md", "none.md"]}, "none.md"),
    "a page that is not in the nav": ("# Page", {"nav": ["assets/icon.svg"]}, "index.md"),
    "an unknown setting": ("# Page", {"sitename": "x"}, "sitename"),
    "a hook that raises": ("# Page", {"hooks": ["raises.py"]}, "a hook that raises"),
}


@pytest.mark.parametrize("wrong", BAD_PROJECTS)
def test_a_bad_project_is_refused(
    wrong: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page, settings, said = BAD_PROJECTS[wrong]
    config_file = make_project(tmp_path, page, **settings)
    hook = "def on_page_markdown(*_, **__):\n    raise ValueError('a hook that raises')\n"
    (tmp_path / "raises.py").write_text(hook, "utf-8")
    assert said in refusal(config_file, caplog)


def test_a_theme_that_writes_something_else_is_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config_file = make_project(tmp_path, "# Page")
    template = tmp_path / "docs" / "theme" / "main.html"
    changed = template.read_text("utf-8").replace('\'id="__drawer"', '\'id="__part"')
    template.write_text(changed, "utf-8")
    said = refusal(config_file, caplog)
    assert 'Material does not write this once: id="__part"' in said


def test_a_broken_link_ends_a_build(tmp_path: Path) -> None:
    """As `nox -s check` and these tests call MkDocs, which has ways to hide a warning."""
    home = "# Home\n\n[A page](nowhere.md)\n"
    tree = small_tree(tmp_path / "tree", {"docs/index.md": home, "snippets/c/good.py": "x = 1\n"})
    with pytest.raises(AssertionError, match=r"nowhere\.md"):
        build_site(tmp_path / "site", tree)


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("The loss is 7.25.", ["7.25"]),
        ("At most 99 % of it.", ["99"]),
        ("Near 1e-24, and `lr=0.37`.", ["1e-24", "`0.37`"]),
        ("| a | b |\n| --- | --- |\n| 7.25 | x |\n", ["7.25"]),
        ("> Others say 7.25 and 99 %.", []),
        ("Python 3.11.7, in section 4, has 3 of 5.", []),
    ],
)
def test_a_number_that_no_snippet_prints_is_found(said: str, missing: list[str]) -> None:
    assert unprinted(f"# Page\n\n{said}\n") == missing


def test_a_stale_recording_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n", "utf-8")
    said = {"a.py": {"text": "0000000000000000"}, "gone.py": {"text": "0"}}
    run = Run(Environment(*[""] * 8), "2026-01-01", 0.0, said)
    assert stale(Recording("1.0", "cpu", [run]), tmp_path, ["a.py"]) == ["a.py", "gone.py"]
