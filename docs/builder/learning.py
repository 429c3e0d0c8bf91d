"""What a learner can do in a chapter, by learning objective: gathered, no list is kept."""

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from mkdocs.exceptions import BuildError

from builder import exercises, fields, quirks, quiz
from builder.reading import kept

OBJECTIVE = re.compile(r"^- (.*?)(?:: (.*))?\n +\{: #objective-([a-z-]+) \}$", re.MULTILINE)
CARD = re.compile(r"^## (.*?) \{ #(\S+) data-objective=(\S+) \}\n(.*?)(?=^## |\Z)", re.M | re.S)


@kept
def path(docs: Path, snippets: Path, chapter: str) -> list[dict]:
    """Return the objectives of a chapter, each with its questions, exercises and cards."""
    page = (docs / chapter / "index.md").read_text("utf-8")
    questions = quiz.bank(docs, chapter)
    tasks = exercises.exercises(docs, snippets, chapter)
    prompts = cards(docs, chapter)
    return [
        {
            "slug": slug,
            "claim": claim,
            "quiz": [
                (f"quiz-{q['id']}", f"quiz/#{q['id']}", q["question"], q["hash"])
                for q in questions
                if q["objective"] == slug
            ],
            "exercise": [
                (task["slug"], f"exercises/{task['slug']}/", task["title"], task["hash"])
                for task in tasks
                if task.get("objective") == slug
            ],
            "card": [
                (f"card-{card['id']}", f"interview/#{card['id']}", card["question"], "")
                for card in prompts
                if card["objective"] == slug
            ],
        }
        for claim, _, slug in OBJECTIVE.findall(page)
    ]


def cards(docs: Path, chapter: str) -> list[dict]:
    """Return the interview questions of a chapter, each with its short answer as Markdown."""
    page = docs / chapter / "interview.md"
    text = page.read_text("utf-8") if page.exists() else ""
    found = []
    for question, name, objective, body in CARD.findall(text):
        short = re.search(r"\*\*In 30 seconds\.\*\*\n(.*?)\n\n", body, re.DOTALL)
        answer = re.sub(r"^ +", "", short[1], flags=re.MULTILINE) if short else ""
        found.append({"id": name, "question": question, "objective": objective, "answer": answer})
    return found


def refuse_faults(docs: Path, snippets: Path) -> None:
    """Raise BuildError with each mistake in what authors filled in, once, before any page is made.

    A line names the file, what is wrong with it, and what belongs there.
    """
    wrong: list[str] = []
    for chapter in sorted(page.parent.name for page in docs.glob("*/index.md")):
        whole = docs, snippets, chapter
        wrong += refusal(quirks.quirks, *whole) + refusal(exercises.exercises, *whole)
        wrong += refusal(quiz.bank, docs, chapter) or questions_astray(*whole)
        wrong += without_their_other_half(*whole)
    fields.refuse([*wrong, *shared_names(docs)])


def refusal(gather: Callable, *arguments) -> list[str]:
    """Return the lines with which something refuses what it reads, or none."""
    try:
        gather(*arguments)
    except BuildError as error:
        return str(error).splitlines()
    return []


def questions_astray(docs: Path, snippets: Path, chapter: str) -> Iterator[str]:
    """Say which questions are about no objective of the chapter, or have no program."""
    index = docs / chapter / "index.md"
    objectives = [slug for *_, slug in OBJECTIVE.findall(index.read_text("utf-8"))]
    for question in quiz.bank(docs, chapter):
        file, program = f"docs/{chapter}/quiz/{question['id']}.yml", question["program"]
        if question["objective"] not in objectives:
            yield (
                f"{file}: objective is {question['objective']!r}, and docs/{chapter}/index.md has "
                f"{', '.join(objectives) or 'none'}"
            )
        if not (snippets / chapter / f"{program}.py").is_file():
            yield f"{file}: there is no program snippets/{chapter}/{program}.py"


def without_their_other_half(docs: Path, snippets: Path, chapter: str) -> Iterator[str]:
    """Say which pages have no program, and which programs no page."""
    pages, proofs = docs / chapter / "quirks", snippets / chapter / "quirks"
    for page in sorted(pages.glob("*.md")):
        if not (proofs / f"{page.stem}.py").is_file():
            yield (
                f"docs/{chapter}/quirks/{page.name}: a quirk has a proof, and there is no "
                f"snippets/{chapter}/quirks/{page.stem}.py"
            )
    for proof in sorted(proofs.glob("*.py")):
        if not (pages / f"{proof.stem}.md").is_file():
            yield (
                f"snippets/{chapter}/quirks/{proof.name}: this proof has no page "
                f"docs/{chapter}/quirks/{proof.stem}.md"
            )
    for page in sorted((docs / chapter / "exercises").glob("*.md")):
        if not (snippets / chapter / "exercises" / page.stem).is_dir():
            yield (
                f"docs/{chapter}/exercises/{page.name}: there is no folder "
                f"snippets/{chapter}/exercises/{page.stem} with its files"
            )


def shared_names(docs: Path) -> Iterator[str]:
    """Say where two chapters give one name to two things that a reader can have done."""
    seen: dict[str, str] = {}
    for name, path in names(docs):
        file = path.relative_to(docs).as_posix()
        if (other := seen.setdefault(name, file)) != file:
            yield (
                f"docs/{other} and docs/{file} both have the {name}, and a reader's progress is "
                "kept by that name: give the newer one another"
            )


def names(docs: Path) -> Iterator[tuple[str, Path]]:
    """Yield what readers' progress, links and proofs are named by, and the file that names it."""
    for page in sorted(docs.glob("*/index.md")):
        for *_, slug in OBJECTIVE.findall(page.read_text("utf-8")):
            yield f"objective {slug}", page
    for page in sorted(docs.glob("*/interview.md")):
        for card in cards(docs, page.parent.name):
            yield f"card {card['id']}", page
    for kind, ending in {
        "quiz": ".yml",
        "exercises": ".md",
        "quirks": ".md",
        "labs": ".ipynb",
    }.items():
        for path in sorted(docs.glob(f"*/{kind}/*{ending}")):
            yield f"entry {path.stem} of {kind}/", path


KINDS = {"quiz": "Quiz", "exercise": "Exercises", "card": "Cards"}


def plain(markdown: str) -> str:
    """Return a line of Markdown as HTML: code, and nothing else, is marked."""
    escaped = html.escape(re.sub(r"\[(.*?)\]\(.*?\)", r"\1", markdown), quote=False)
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escaped)


def overview(found: list[dict]) -> str:
    """The learning path as lists of links; a script adds what has been done."""
    sections = []
    for objective in found:
        groups = []
        for kind, title in KINDS.items():
            items = "".join(
                f'<li data-id="{name}" data-kind="{kind}" data-hash="{text_hash}">'
                f'<a href="../{address}">{plain(words)}</a></li>'
                for name, address, words, text_hash in objective[kind]
            )
            if items:
                groups.append(
                    f"<details><summary>{title}: {len(objective[kind])}</summary>"
                    f"<ul>{items}</ul></details>"
                )
        slug = objective["slug"]
        sections.append(
            f'<section class="objective" data-id="objective-{slug}"><h2 id="{slug}">'
            f'<a href="../#objective-{slug}">{plain(objective["claim"])}</a></h2>'
            f"{''.join(groups)}</section>"
        )
    return f"<learning-path data-search-exclude>{''.join(sections)}</learning-path>"


def deck(found: list[dict], name: str, address: str):
    """Return the cards as an Anki package; its notes keep their ids from release to release."""
    import genanki

    style = ".card { font-family: system-ui, sans-serif; font-size: 18px; max-width: 40em; }"
    link = '<p><a href="{{Address}}">With its proof</a></p>' if address else ""
    model = genanki.Model(
        1_607_392_319,  # any number, but for ever the same
        "PyTorch Essentials",
        fields=[{"name": field} for field in ("Question", "Answer", "Address")],
        templates=[
            {
                "name": "Card",
                "qfmt": "{{Question}}",
                "afmt": f"{{{{FrontSide}}}}<hr id=answer>{{{{Answer}}}}{link}",
            }
        ],
        css=style,
    )
    cards = genanki.Deck(2_059_400_110, name)
    for card in found:
        fields = [plain(card["question"]), plain(card["answer"].replace("\n", " "))]
        fields.append(f"{address}#{card['id']}" if address else "")
        cards.add_note(genanki.Note(model, fields, guid=f"pytorch-essentials-{card['id']}"))
    return genanki.Package(cards)


def write(package, target: Path) -> None:
    """Write an Anki package that is the same for the same cards, byte for byte."""
    package.write_to_file(target, timestamp=0.0)
    with ZipFile(target) as made:
        files = {name: made.read(name) for name in made.namelist()}
    with ZipFile(target, "w") as again:
        for name, content in files.items():
            again.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
