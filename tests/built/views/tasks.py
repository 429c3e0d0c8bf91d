"""What the views of the tasks must show, and of the checks."""

from built.chapter import MET, STATE, Chapter, bare
from built.marker import Marker, view
from built.tokens import Json, Shown, block, link, page_of, words
from built.views.learning import warning


def tasks(at: Marker) -> list[Json]:
    """Return the tasks: what their pages say of them, and what their programs came to."""
    rows = {row["id"]: row for row in at.chapter.recording("pairings")["rows"]}
    folder, found = f"{at.chapter.name}/tasks/", []
    for source, (meta, _) in at.chapter.sources.pages.items():
        if source.startswith(folder):
            slug = source.removeprefix(folder).removesuffix(".md")
            answers = [*meta["chosen"].items()]
            found.append(rows[slug] | meta | {"slug": slug, "answers": answers})
    found.sort(key=lambda one: (MET.index(one["met"]), one["slug"]))
    first = list(dict.fromkeys(one["answers"][0] for one in found))
    return sorted(found, key=lambda one: first.index(one["answers"][0]))


def target(row: Json) -> list[str]:
    if row["target_dtype"] == "none":
        return words("no target")
    return words(row["target_dtype"], row["target_shape"])


@view
def chooser(at: Marker) -> Shown:
    def branch(found: list[Json], depth: int) -> Shown:
        if depth == len(found[0]["answers"]):
            row = found[0]
            yield from link(row["title"], f"../tasks/{row['slug']}/", at.page)
            yield from [*words(*row["losses"], row["output_shape"]), *target(row)]
            return
        yield from words(found[0]["answers"][depth][0])
        for answer in dict.fromkeys(one["answers"][depth][1] for one in found):
            below = [one for one in found if one["answers"][depth][1] == answer]
            yield from [*words(answer), *branch(below, depth + 1)]

    return branch(tasks(at), 0)


@view
def overview(at: Marker) -> Shown:
    group = ""
    for row in tasks(at):
        answer = row["answers"][0][1]
        yield from words(*[answer[0].upper() + answer[1:]] * (answer != group))
        group = answer
        yield from link(row["title"], f"../tasks/{row['slug']}/", at.page)
        yield from [*words(row["output_shape"], *row["losses"]), *target(row)]


@view
def loss_map(at: Marker) -> Shown:
    often = [row for row in tasks(at) if row["met"] in ("very high", "high")]
    plain = [row for row in often if len(row["losses"]) == 1 and row["losses"][0].endswith("()")]
    for loss in dict.fromkeys(row["losses"][0] for row in plain):
        for place, row in enumerate(row for row in plain if row["losses"] == [loss]):
            yield from link(row["title"], f"tasks/{row['slug']}/", at.page)
            yield from [*target(row), *words(row["output_shape"])]
            if row["activation"] != "none":
                yield from words("then", row["activation"])
            if not place:
                yield from words(loss.removeprefix("nn.").removesuffix("()"))


@view
def card(at: Marker, name: str) -> Shown:
    row = next(row for row in tasks(at) if row["slug"] == name)
    anchor = row.get("anchor", name.replace("_", "-"))
    yield from [*words(row["example"]), *link("Every task", f"../../pairings/#{anchor}", at.page)]
    yield from words(row["output"], "then")
    yield from words(*["no"] * (row["activation"] == "none") or [row["activation"]])
    yield from words(*row["losses"], row["call"], row["outputs"], row["output_shape"])
    yield from target(row)
    yield from words(*[row["target_example"]] * bool(row["target_example"]))
    yield from words(row["prediction"], row["metric"][0].upper() + row["metric"][1:])
    yield from words(f"{row['score']:.2f}", f"{row['baseline']:.2f}", row["better"])
    yield from words(row["start_formula"])
    numbers = [row[key] for key in ("start", "final", "floor") if row[key] is not None]
    yield from words(*(f"{number:.2f}" for number in numbers))


@view
def around(at: Marker, name: str) -> Shown:
    row = next(row for row in tasks(at) if row["slug"] == name)
    matrix, explorer = at.chapter.recording("matrix"), page_of(f"{at.chapter.name}/explorer.md")
    combinations = {at.chapter.own.matrix.parts(row, matrix): row for row in matrix["rows"]}
    groups: dict[str, list[str]] = {}
    for change, trap in at.chapter.own.tasks.traps(row, combinations):
        to = at.chapter.state(trap, explorer)
        about = explains(at.chapter, at.chapter.own.matrix.parts(trap, matrix))
        groups.setdefault(about, []).extend([*words(change), to])
    for slug, links in groups.items():
        yield from links
        if slug:
            yield from warning(at, slug)
    losses = {loss.removeprefix("nn.").partition("(")[0] for loss in row["losses"]}
    met = [q for q in at.chapter.quirks if losses & {*q["losses"]} and q["slug"] not in groups]
    for quirk in met[:5]:
        yield from [*words(bare(quirk["title"])), at.chapter.to(quirk["slug"], "quirks")]


def explains(chapter: Chapter, combination: tuple[str, ...]) -> str:
    """Return the slug of the quirk that explains a combination, or nothing."""
    made_of = dict(zip(STATE, combination, strict=True))
    for quirk in chapter.quirks:
        for pattern in quirk.get("combinations", []):
            if all(made_of[part] in wanted for part, wanted in pattern.items()):
                return str(quirk["slug"])
    return ""


@view
def checks(at: Marker) -> Shown:
    titles = {f"quirks/{quirk['slug']}/": quirk["title"] for quirk in at.chapter.quirks}
    for row in at.data["rows"]:
        yield from [*words(row["id"]), block(row["case"])]
        severity = row["severity"].capitalize()
        yield from words(severity, row["what"], row["evidence"], bare(row["fix"]))
        if title := titles.get(row["page"]):
            yield from link(title, f"../{row['page']}", at.page)
        yield block(row["mended"])


@view
def unseen(at: Marker) -> Shown:
    named = [(row["id"].replace("-", " ").capitalize(), row) for row in at.data["unseen"]]
    for name, row in named:
        yield from words(name, row["why"])
    for name, row in named:
        yield from [*words(name), block(row["case"])]
