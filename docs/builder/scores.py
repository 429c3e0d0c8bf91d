"""How many changes the tests notice: written by the programs that try them, shown on a page.

One file for the site, `docs/scores.json`: a score for each thing that is changed, such as
"programs", and in it, perhaps, how many changes of each kind were noticed, and tried.
"""

import datetime
import json
from pathlib import Path
from typing import Any

from mkdocs.exceptions import BuildError

from builder.evidence import write_whole

DOCS = Path(__file__).parents[1]
NAME = "scores.json"
FIELDS: dict[str, type | tuple[type, ...]] = {
    "noticed": int,  # changes that a test noticed
    "total": int,  # changes that were tried, without those declared equivalent
    "equivalent": int,  # changes that mean the same, declared with a reason
    "seconds": (int, float),
    "date": str,
}


def record_score(
    of: str,
    noticed: int,
    total: int,
    seconds: float,
    equivalent: int = 0,
    docs: Path = DOCS,
    kinds: dict[str, tuple[int, int]] | None = None,
) -> None:
    """Write down how many changes of a thing were noticed; what was said of it before, goes."""
    date = datetime.datetime.now(datetime.UTC).date().isoformat()
    numbers = {"noticed": noticed, "total": total, "equivalent": equivalent}
    score = numbers | {"seconds": round(seconds, 1), "date": date}
    score |= {"kinds": kinds} if kinds else {}
    kept = dict(sorted((scores(docs) | {of: score}).items()))
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(kept[name])}" for name in kept)
    write_whole(docs / NAME, f"{{\n{lines}\n}}\n")


def scores(docs: Path) -> dict[str, dict[str, Any]]:
    """Return the recorded scores by what was changed; raise BuildError if the file holds none."""
    path = docs / NAME
    if not path.exists():
        return {}
    again = f"{path.name}: git checkout it, or delete it and record again with --record"
    try:
        found: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise BuildError(f"{again} ({error})") from None
    for kind, score in found.items() if isinstance(found, dict) else [("the file", found)]:
        if not isinstance(score, dict) or score.keys() - {"kinds"} != FIELDS.keys():
            raise BuildError(f"{again} ({kind} has not the fields {', '.join(FIELDS)})")
        for name, of in FIELDS.items():
            if not isinstance(score[name], of) or (name == "total" and score[name] < 1):
                raise BuildError(f"{again} ({kind}: {name} is {score[name]!r})")
        if not 0 <= score["noticed"] <= score["total"]:
            raise BuildError(f"{again} ({kind}: {score['noticed']} of {score['total']})")
        if "kinds" in score and sums(score["kinds"]) != [score["noticed"], score["total"]]:
            raise BuildError(f"{again} ({kind}: its kinds do not add up)")
    return found


def sums(kinds: Any) -> list[int] | None:
    """Return how many were noticed and tried over all kinds, if kinds have such numbers."""
    try:
        return [sum(numbers) for numbers in zip(*kinds.values(), strict=True)]
    except (AttributeError, TypeError, ValueError):
        return None
