"""What the views of the tasks must show, and of the checks."""

from built.chapter import STATE, Chapter, bare
from built.marker import Marker, view
from built.tokens import Json, Shown, block, link, needed, page_of, words
from built.views.learning import warning


@view
def chooser(at: Marker) -> Shown:
    rows = {row["id"]: row for row in at.data["rows"]}

    def branch(tree: Json | str) -> Shown:
        if isinstance(tree, str):
            row = rows[tree]
            yield from link(row["task"], f"#{tree}", at.page)
            target = row["target_dtype"], row["target_shape"]
            yield from words(row["loss"], row["output_shape"], *target)
            return
        yield from words(tree["question"])
        for answer, below in tree["answers"].items():
            yield from [*words(answer), *branch(below)]

    return branch(at.data["chooser"])


@view
def overview(at: Marker) -> Shown:
    for row in at.data["rows"]:
        yield from link(row["task"], f"#{row['id']}", at.page)
        target = row["target_dtype"], row["target_shape"]
        yield from words(row["output_shape"], row["loss"], *target)


@view
def loss_map(at: Marker) -> Shown:
    plain = [row for row in at.data["rows"] if row["loss"].endswith("()")]
    for loss in dict.fromkeys(row["loss"] for row in plain):
        for place, row in enumerate(row for row in plain if row["loss"] == loss):
            yield from link(row["task"], f"pairings/#{row['id']}", at.page)
            if row["target_dtype"] == "none":
                yield from words("no target")
            else:
                yield from words(row["target_dtype"], row["target_shape"])
            yield from words(row["output_shape"])
            if row["activation"] != "none":
                yield from words("then", row["activation"])
            if not place:
                yield from words(loss.removeprefix("nn.").removesuffix("()"))


@view
def cards(at: Marker) -> Shown:
    matrix, explorer = at.chapter.recording("matrix"), page_of(f"{at.chapter.name}/explorer.md")
    combinations = {at.chapter.own.matrix.parts(row, matrix): row for row in matrix["rows"]}
    for row in at.data["rows"]:
        yield from words(row["task"], row["example"], row["output"], "then")
        yield from words(*["no"] * (row["activation"] == "none") or [row["activation"]])
        yield from words(row["loss"], row["call"], row["output_shape"])
        yield from words(row["target_dtype"], row["target_shape"])
        yield from words(*[row["target_example"]] * bool(row["target_example"]))
        yield from words(row["prediction"])
        yield from words(*[row["start_formula"]] * (row["start_formula"] != "measured"))
        numbers = [f"{row[name]:.2f}" for name in ("start", "final", "floor")]
        yield from words(*numbers, row["metric"][0].upper() + row["metric"][1:])
        yield from words(f"{row['score']:.2f}", f"{row['baseline']:.2f}", row["better"])
        groups: dict[str, list[str]] = {}
        for change, trap in at.chapter.own.tasks.traps(row, combinations):
            to = at.chapter.state(trap, explorer)
            about = explains(at.chapter, at.chapter.own.matrix.parts(trap, matrix))
            groups.setdefault(about, []).extend([*words(change), to])
        for slug, links in groups.items():
            yield from links
            if slug:
                yield from warning(at, slug)
        loss = needed(r"^(?:nn\.)?(\w+)", row["loss"], f"loss of the task {row['id']}")
        met = [q for q in at.chapter.quirks if loss in q["losses"] and q["slug"] not in groups]
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
