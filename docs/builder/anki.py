"""The interview cards of a chapter as an Anki deck, the same for the same cards, byte for byte."""

from pathlib import Path
from zipfile import ZipFile, ZipInfo

import genanki

from builder.chapter import Card
from builder.views import plain

STYLE = ".card { font-family: system-ui, sans-serif; font-size: 18px; max-width: 40em; }"


def deck(cards: list[Card], name: str, address: str) -> genanki.Package:
    """Return the cards as an Anki package; its notes keep their ids from release to release."""
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
        css=STYLE,
    )
    made = genanki.Deck(2_059_400_110, name)
    for card in cards:
        fields = [plain(card.question), plain(card.answer.replace("\n", " "))]
        fields.append(f"{address}#{card.id}" if address else "")
        made.add_note(genanki.Note(model, fields, guid=f"pytorch-essentials-{card.id}"))
    return genanki.Package(made)


def write(package: genanki.Package, target: Path) -> None:
    package.write_to_file(target, timestamp=0.0)
    with ZipFile(target) as made:
        files = {name: made.read(name) for name in made.namelist()}
    with ZipFile(target, "w") as again:
        for name, content in files.items():
            again.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
