"""The kinds of pages that a reader meets: one of each, by its address on the built site."""

from pathlib import Path

CHAPTER = "activations-and-losses/"
REQUESTS, CHAPTER_REQUESTS = 12, 10  # of any page, and of the chapter, at a first visit
KINDS = {
    "home": "",
    "chapter": CHAPTER,
    "quirk": f"{CHAPTER}quirks/nll_loss_takes_no_logarithm/",
    "finder": "find/",
    "finder-asked": "find/#message=expected%20scalar%20type%20Long%20but%20found%20Float",
    "finder-words": "find/?message=which+loss",
    "quiz": f"{CHAPTER}quiz/",
    "exercises": f"{CHAPTER}exercises/",
    "exercise": f"{CHAPTER}exercises/softmax-twice/",
    "interview": f"{CHAPTER}interview/",
    "faq": f"{CHAPTER}faq/",
    "pairings": f"{CHAPTER}pairings/",
    "task": f"{CHAPTER}tasks/one_of_several/",
    "explorer": f"{CHAPTER}explorer/",
    "shapes": f"{CHAPTER}shapes-and-dtypes/",
    "other-losses": f"{CHAPTER}other-losses/",
    "network": f"{CHAPTER}network/",
    "checker": f"{CHAPTER}checker/",
    "activations": f"{CHAPTER}activations/",
    "losses": f"{CHAPTER}losses/",
    "messages": f"{CHAPTER}messages/",
    "elsewhere": f"{CHAPTER}elsewhere/",
    "explore": f"{CHAPTER}explore/",
    "lab": f"{CHAPTER}labs/double_softmax_on_digits/",
    "progress": f"{CHAPTER}progress/",
    "authors": "authors/",
}


def moved(site: Path) -> dict[str, str]:
    """Return the pages on which a reader can move something, or train it, by their kinds."""
    found = sorted(site.rglob("index.html"))
    own = [page for page in found if 'class="explorable"' in page.read_text("utf-8")]
    kind_of = {path: kind for kind, path in KINDS.items()}
    paths = [f"{page.parent.relative_to(site).as_posix()}/" for page in own]
    return {kind_of.get(path, path.split("/")[-2]): path for path in paths}
