"""What a snippet is: a program whose name is its claim, and which promises what it prints.

A promise is a line `# > text` under the statement that prints the text; `# >` alone promises an
empty line. Both the pages and the runner read promises here.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from builder.reading import kept, text

PROMISE = re.compile(r"^# >(?: (.*))?$\n?", re.MULTILINE)


def promises(source: str) -> list[str]:
    """Return the lines that a program, or a part of it, promises to print."""
    return PROMISE.findall(source)


def as_promise(line: str) -> str:
    """Return the line that promises a line of output."""
    return f"# > {line}".rstrip()


def without_promises(source: str) -> str:
    return PROMISE.sub("", source)


def digest(source: str) -> str:
    """Name a text in the evidence."""
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def draws(source: str) -> bool:
    """Say whether a program is a figure."""
    return source.rstrip().endswith("\nplt.show()")


def device_of(path: Path) -> str:
    """Return the device that a snippet is about and runs on alone, by its name, or nothing."""
    found = re.search(r"_(cuda|mps)$", path.stem)
    return found[1] if found else ""


@dataclass(frozen=True)
class Snippet:
    """A program below snippets/, as its text is now."""

    path: Path
    chapter: str
    name: str  # its path in the chapter, which the evidence knows it by
    source: str

    @classmethod
    def from_file(cls, path: Path, snippets: Path) -> "Snippet":
        """Read a program; raise FileNotFoundError or UnicodeDecodeError for what is none."""
        chapter, _, name = path.relative_to(snippets).as_posix().partition("/")
        return cls(path, chapter, name, text(path))

    @property
    def slug(self) -> str:
        return self.name.removesuffix(".py")

    @property
    def claim(self) -> str:
        """What it says of itself in its first line, or else its name."""
        found = re.match(r'"""(.+?)\.?(?:"""|\n)', self.source)
        return found[1] if found else self.path.stem

    @property
    def device(self) -> str:
        return device_of(self.path)

    @property
    def stays_on_cpu(self) -> bool:
        """Whether it builds its tensors on the CPU, whatever runs it: it says so, or draws them."""
        return self.draws or bool(re.search("^# Runs on the CPU: ", self.source, re.MULTILINE))

    @property
    def draws(self) -> bool:
        """Whether it is a figure: its last act is to show what it has drawn."""
        return draws(self.source)

    @property
    def promises(self) -> list[str]:
        return promises(self.source)

    @property
    def digest(self) -> str:
        return digest(self.source)


@kept
def snippets_by_text(folder: Path) -> dict[str, Path]:
    return {text(path).strip(): path for path in sorted(folder.rglob("*.py"), reverse=True)}
