"""Name the number that tells each curve from the one it was taken for."""

from math import e, log

HINTS = (
    "Work out the loss of a model that ignores its inputs and gives each "
    "of three classes a third. Where does each curve lie against it?",
    "Work out the lowest loss of a model whose outputs are 1, 0, 0 at "
    "best: -log(softmax) of that. Then compare where training and "
    "validation end.",
    "A loss far above log(3) comes from steps that overshoot, one that "
    "stays at log(3) from a model that says nothing, one that stays at "
    "log(e + 2) - 1 from outputs that cannot leave 0 and 1; when only "
    "the validation loss rises, the model learns its samples by heart.",
)

BOOK = "activations-and-losses/"
QUIRKS = "activations-and-losses/quirks/"
MISCONCEPTIONS = {
    "floor_taken_for_chance": BOOK + "faq/#loss-stuck-on-the-softmax-floor",
    "floor_taken_for_success": QUIRKS
    + "a_softmax_before_cross_entropy_hides_behind_its_floor/",
    "divergence_taken_for_noise": QUIRKS
    + "a_dead_relu_unit_outlives_the_large_learning_rate/",
    "overfitting_taken_for_success": BOOK,
}
RIGHT = {
    "A": "overfitting",
    "B": "softmax twice",
    "C": "learning rate too large",
    "D": "all is well",
    "E": "nothing is learned",
}
OTHER = "noise of small batches"
CHANCE = log(3)
FLOOR = log(e + 2) - 1
# What was said of a curve -> the misconception, and the number that tells.
SEEN = {
    ("B", "nothing is learned"): (
        "floor_taken_for_chance",
        f"Curve B stays at 0.55. A model that has learned nothing scores "
        f"log(3) = {CHANCE:.4f}, twice as much; {FLOOR:.4f} is "
        "log(e + 2) - 1, the loss of outputs 1, 0, 0 that go through "
        "another softmax.",
    ),
    ("E", "softmax twice"): (
        "floor_taken_for_chance",
        f"Curve E stays at 1.10, and log(3) = {CHANCE:.4f} is the loss of "
        "a model that gives each class a third. With a softmax too many "
        f"the floor is log(e + 2) - 1 = {FLOOR:.4f}, half of that.",
    ),
    ("B", "all is well"): (
        "floor_taken_for_success",
        "Curve B falls and settles, but on a number: "
        f"{FLOOR:.4f} = log(e + 2) - 1. Nothing has to keep the loss of "
        "a good classifier above 0; something keeps this one.",
    ),
    ("C", OTHER): (
        "divergence_taken_for_noise",
        "Curve C goes up and down, and up to 383.82, where giving each "
        f"class a third costs {CHANCE:.4f}. Noise moves a loss around "
        "its mean; here the mean itself grows, in both curves.",
    ),
    ("A", "all is well"): (
        "overfitting_taken_for_success",
        "In curve A the training loss falls to 0.05, and from the fourth "
        "number on the validation loss rises, from 0.70 to 2.00: that is "
        f"above log(3) = {CHANCE:.4f}, what knowing nothing costs.",
    ),
}
WHY = {
    "A": "training falls to 0.05 while validation turns at 0.70 and rises "
    "to 2.00",
    "B": "both losses fall from 1.14 and stay at 0.55, and "
    f"log(e + 2) - 1 is {FLOOR:.4f}",
    "C": "both losses leap above 300, and whoever knows nothing pays "
    f"log(3) = {CHANCE:.4f}",
    "D": "training ends at 0.15 and validation at 0.20, and it has not "
    "risen on the way",
    "E": f"both losses stay at 1.10 from the start, and log(3) is "
    f"{CHANCE:.4f}",
}


def check(attempt):
    said = attempt.causes()
    if not isinstance(said, dict) or set(said) != set(RIGHT):
        yield (
            "",
            "causes() should return a dict with the keys A, B, C, D and E; "
            f"yours returns {said!r:.60}.",
        )
        return
    said = {
        letter: str(cause).strip().lower() for letter, cause in said.items()
    }
    for letter, cause in said.items():
        if cause not in (*RIGHT.values(), OTHER):
            yield (
                "",
                f"For curve {letter} you say {cause!r}, which is none of "
                f"CAUSES: {', '.join(sorted({*RIGHT.values(), OTHER}))}.",
            )
            return
    for (letter, cause), message in SEEN.items():
        if said[letter] == cause:
            yield message
    for letter, cause in said.items():
        if cause != RIGHT[letter] and (letter, cause) not in SEEN:
            yield (
                "",
                f"Curve {letter} does not say '{cause}': {WHY[letter]}.",
            )
