"""What the views of the quirks, the exercises and the learner's path must show."""

import ast
import json
import re
from operator import itemgetter

from built.chapter import LEVELS, bare
from built.marker import Marker, view
from built.tokens import (
    ATTRIBUTE,
    LINK,
    PROMISE,
    Json,
    Shown,
    block,
    digest,
    link,
    needed,
    page_of,
    words,
)

WITHOUT = re.compile(r'\A"""[\s\S]*?"""\n+(?:(?:import|from) .+\n|\n)*')  # a docstring, imports


@view
def warning(at: Marker, slug: str) -> Shown:
    [quirk] = [quirk for quirk in at.chapter.quirks if quirk["slug"] == slug]
    yield from [*words(quirk["heading"]), at.chapter.to(slug, "quirks")]
    said = []
    for mark in ("Wrong", "Right"):
        blocks = re.findall(rf"^# {mark}\b.*\n((?:.+\n)+)", quirk["proof"], re.MULTILINE)
        said.append(PROMISE.findall(blocks[-1]) if blocks else [])
    for own, other in (said, said[::-1]):
        yield from words(*[line for line in own if line not in other][:1])


@view
def finder(at: Marker) -> Shown:
    quirks = at.chapter.quirks
    yield from words(*sorted({quirk["kind"] for quirk in quirks}))
    for name in ("losses", "activations"):
        yield from words(*sorted({one for quirk in quirks for one in quirk[name]}))
    yield from words(len(quirks), len(quirks))
    for quirk in quirks:
        filters = [(name, " ".join(quirk[name])) for name in ("activations", "losses")]
        data = sorted([*filters, ("kind", quirk["kind"])])
        yield from [f"{ATTRIBUTE}data-{name}={value}" for name, value in data]
        yield from words(quirk["heading"])
        yield LINK + page_of(f"{quirk['chapter']}/quirks/{quirk['slug']}.md")
        yield from words(quirk["kind"], quirk["symptom"])
        if quirk["fix"]:
            label, sentence, change = quirk["fix"]
            yield from words(f"{label}.", sentence.replace("`", ""))
            if change:
                yield block(re.sub("^..", "", change, flags=re.MULTILINE))


@view
def task(at: Marker, slug: str) -> Shown:
    [exercise] = [exercise for exercise in at.chapter.exercises if exercise["slug"] == slug]
    yield block(exercise["exercise"])
    yield f"{LINK}{at.chapter.name}/exercises/notebooks/{slug}.ipynb"
    yield block(f"python -m pip install nox\nnox -s exercises -- {slug}")
    yield from named(exercise)
    [hints] = [
        ast.literal_eval(node.value)
        for node in ast.parse(exercise["check"]).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "HINTS"
    ]
    for number, hint in enumerate(hints, 1):
        yield from words(number, len(hints), hint)
    yield from run_lines(at, exercise)
    yield from answers(at, exercise)
    yield block(exercise["solution"])


def named(exercise: Json) -> list[str]:
    """Return how an element says of which exercise it is."""
    return [f"{ATTRIBUTE}data-hash={exercise['hash']}", f"{ATTRIBUTE}data-id={exercise['slug']}"]


def recording_of(at: Marker, exercise: Json) -> Json:
    folder = at.chapter.sources.docs / at.chapter.name / "exercises" / "answers"
    found: Json = json.loads((folder / f"{exercise['slug']}.json").read_text("utf-8"))
    return found


def run_lines(at: Marker, exercise: Json) -> Shown:
    """Return the lines to write one's own among, each with what is recorded of it."""
    recorded = recording_of(at, exercise)
    if "lines" not in recorded:
        return
    yield from named(exercise)
    yield from words(len(recorded["lines"]), recorded["torch"], recorded["hardware"])
    for line, did in recorded["lines"].items():
        yield from words("return", line, re.sub(r"^Line \d+ of your program", "", did["said"]))
        if did["page"]:
            yield from link("", did["page"], "index.html")
    yield block(f"python -m pip install nox\nnox -s exercises -- {exercise['slug']}")


def answers(at: Marker, exercise: Json) -> Shown:
    """Return the answers that are offered, each with what is recorded that the check said of it."""
    recorded = recording_of(at, exercise)
    yield from words(recorded["torch"], recorded["hardware"])
    own = [line for line in lines(exercise["solution"]) if line not in lines(exercise["exercise"])]
    offered = []
    for name, did in recorded["answers"].items():
        if did["said"] or len(own) <= 2:
            file = name if name == "solution" else f"wrong/{name}"
            source = at.chapter.text(f"exercises/{exercise['slug']}/{file}.py")
            offered.append((digest("order" + source, 64), source, did))
    yield from named(exercise)
    for number, (_, source, did) in enumerate(sorted(offered, key=itemgetter(0)), 1):
        yield f"{ATTRIBUTE}name=choice-{exercise['slug']}"
        yield from [f"{ATTRIBUTE}type=radio", f"{ATTRIBUTE}value={digest(source, 16)}"]
        yield from words(number)
        yield block(WITHOUT.sub("", source).strip("\n"))
        yield from words(number, did["said"])
        if did["page"]:
            yield from link("", did["page"], "index.html")


def lines(source: str) -> list[str]:
    """Return a program's statements, each on a line."""
    return [line for line in ast.unparse(ast.parse(WITHOUT.sub("", source))).splitlines() if line]


@view
def exercise_list(at: Marker, *levels: str) -> Shown:
    for exercise in at.chapter.exercises:
        if exercise["level"] in (levels or LEVELS):
            yield from [*words(exercise["title"]), at.chapter.to(exercise["slug"], "exercises")]
            yield from words(exercise["level"], exercise["minutes"])
            yield from [*named(exercise), *words(exercise["description"])]


@view
def challenge_list(at: Marker) -> Shown:
    return exercise_list(at, "challenge")


@view
def learning_path(at: Marker) -> Shown:
    todo = {slug: to_do(at, slug) for slug in claims(at)}
    once = {
        kind: {name for kinds in todo.values() for name, *_ in kinds[kind]}
        for kind in ("section", "quiz", "exercise", "card")
    }
    yield from words(0, len(set.union(*once.values())))
    for names in once.values():
        yield from words(0, len(names))
    yield from words(0, len(todo))
    yield from link(begin(at)[1], f"../{begin(at)[0]}", at.page)
    for slug, claim in claims(at).items():
        yield from [f"{ATTRIBUTE}data-id=objective-{slug}", *words(bare(claim))]
        yield from words(sum(map(len, todo[slug].values())))
        for kind_of, items in todo[slug].items():
            for name, address, title, asked in items:
                yield from [f"{ATTRIBUTE}data-hash={asked}", f"{ATTRIBUTE}data-id={name}"]
                yield f"{ATTRIBUTE}data-kind={kind_of}"
                yield from link(bare(title), f"../{address}", at.page)


@view
def summary(at: Marker) -> Shown:
    yield f"{ATTRIBUTE}data-from=progress/"
    yield LINK + page_of(f"{at.chapter.name}/progress.md")
    yield from link(begin(at)[1], begin(at)[0], at.page)


def begin(at: Marker) -> tuple[str, str]:
    """Return the address and the title of the section of the first objective."""
    slug = next(iter(claims(at)))
    _, address, title, _ = to_do(at, slug)["section"][0]
    return address, bare(title)


def claims(at: Marker) -> dict[str, str]:
    """Return the objectives of a chapter: what each says, by its name."""
    objective = r"^- (.*?)(?:: .*)?\n +\{: #objective-([a-z-]+) \}$"
    index = at.chapter.sources.pages[f"{at.chapter.name}/index.md"][1]
    return {slug: claim for claim, slug in re.findall(objective, index, re.MULTILINE)}


def to_do(at: Marker, slug: str) -> dict[str, list[tuple[str, str, str, str]]]:
    """Return by kind what there is to do for an objective: name, address, title, hash."""
    index = at.chapter.sources.pages[f"{at.chapter.name}/index.md"][1]
    line = needed(rf"^(- .*)\n +\{{: #objective-{slug} \}}$", index, f"objective {slug}")
    places = re.findall(r"\(#([\w-]+)\)", line)
    parts = re.split(r"^## (?=.* \{ #)", index, flags=re.MULTILINE)[1:]
    taught = [part for part in parts if any(f"{{ #{place} " in part for place in places)]
    titles = [(needed(r"\{ #(\S+)", part, "name"), part.partition(" {")[0]) for part in taught]
    return {
        "section": [(f"section-{name}", f"#{name}", title, "") for name, title in titles],
        "quiz": [
            (f"quiz-{q['id']}", f"quiz/#{q['id']}", q["question"], q["hash"])
            for q in at.chapter.bank
            if q["objective"] == slug
        ],
        "exercise": [
            (e["slug"], f"exercises/{e['slug']}/", e["title"], e["hash"])
            for e in at.chapter.exercises
            if e.get("objective") == slug
        ],
        "card": [
            (f"card-{name}", f"interview/#{name}", question, "")
            for name, of, question, _ in at.chapter.cards
            if of == slug
        ],
    }


@view
def file(at: Marker, path: str) -> Shown:
    """A file of the repository, or one card of it, without what recording adds to a program."""
    name, _, card = path.partition("#")
    folder, _, own = name.partition("/")
    sources = at.chapter.sources
    source = ({"docs": sources.docs, "snippets": sources.snippets}[folder] / own).read_text("utf-8")
    if card:
        source = needed(rf"^(## .* \{{ #{card} (?:.*\n)+?)(?=## |\Z)", source, f"card {card}")
    yield from words(name)
    lines = source.splitlines()
    yield block("\n".join(line for line in lines if not PROMISE.match(line)))


@view
def unanswered(at: Marker, program: str) -> Shown:
    yield block(without_answers(at.chapter.text(f"{program}.py")))


def without_answers(source: str) -> str:
    """Return a program as a question shows it: no claim, no output, nothing tried."""
    lines = [line for line in source.splitlines() if not PROMISE.match(line)]
    lines = lines[lines.index("") + 1 :] if lines[0].startswith('"""') else lines
    ends = [number for number, line in enumerate(lines) if line.startswith("# Options:")]
    return "\n".join(lines[: ends[0]] if ends else lines)
