"""Law: each verdict on a loss of three or more inputs is what float64 says, from other starts.

The table trains in float32 by the optimizers of torch.optim. Here the programs train in float64, on
other draws, by Adam and SGD written out, and a loss is compared with its definition in NumPy.
"""

import math
import re
import warnings
from collections.abc import Callable
from functools import cache, partial
from types import ModuleType

import numpy as np
import pytest
import torch
from builder.chapter import chapters, recorded
from builder.finder import answers
from builder.views import package_of
from runner.folders import DOCS, SNIPPETS
from runner.table_runner import CHAPTER, loaded, recording_of
from runner.workload import shared_out

DATA = recorded(recording_of(CHAPTER / "others.py"))
ROWS = DATA["rows"]
RAN = [row for row in ROWS if row["outcome"] != "raises"]
STARTS = (11, 12, 13, 14)
CHANCE = 2  # of the trainings of a call that arrive, or do not, from other starts
BOTTOMLESS = -3.0
Names = dict[str, object]  # of a program, after it ran


def others() -> ModuleType:
    return loaded("others")


def table_of(row: dict):
    return next(table for table in others().TABLES if table.name == row["loss"])


def chosen_in(row: dict) -> dict[str, str]:
    return next(table_of(row).choices()) | row["changed"]


# Training, without torch.optim and without float32.


class ByHand:
    """Adam, or SGD, as their papers have them."""

    def __init__(self, weights, rate: float, is_adam: bool) -> None:
        self.weights, self.rate, self.is_adam = [*weights], rate, is_adam
        self.steps, self.losses, self.steepest = 0, [], 0.0
        self.means = [torch.zeros_like(weight) for weight in self.weights]
        self.squares = [torch.zeros_like(weight) for weight in self.weights]

    def zero_grad(self) -> None:
        for weight in self.weights:
            weight.grad = None

    @torch.no_grad()
    def step(self) -> None:
        self.steps += 1
        for weight, mean, square in zip(self.weights, self.means, self.squares, strict=True):
            if weight.grad is None or not weight.numel():
                continue
            self.steepest = max(self.steepest, weight.grad.abs().max().item())
            if not self.is_adam:
                weight -= self.rate * weight.grad
                continue
            mean += 0.1 * (weight.grad - mean)
            square += 0.001 * (weight.grad**2 - square)
            size = (square / (1 - 0.999**self.steps)).sqrt() + 1e-8
            weight -= self.rate * mean / (1 - 0.9**self.steps) / size


def in_float64(program: str) -> str:
    """Return a program that computes in float64, and trains by hand."""
    program = program.replace(".float()", ".double()")
    program = re.sub(
        r"torch\.optim\.(\w+)\(weights, lr=(.*)\)", r"by_hand(weights, '\1', \2)", program
    )
    noted = "    optimizer.losses.append(loss.item())\n    optimizer.step()"
    return program.replace("    optimizer.step()", noted)


def trained(row: dict) -> list[Names]:
    """Return the names of each training of a call, which is trained once."""
    return trained_once(row["loss"], tuple(row["changed"].items()))


@cache
def trained_once(loss: str, changed: tuple[tuple[str, str], ...]) -> list[Names]:
    row = {"loss": loss, "changed": dict(changed)}
    table, found = table_of(row), []
    for optimizer in table.rates:
        for seed in STARTS:
            program = in_float64(table.program(chosen_in(row), seed, optimizer))
            names: Names = {
                "print": lambda *_: None,
                "by_hand": lambda weights, name, rate: ByHand(weights, rate, name == "Adam"),
            }
            run(program, names)
            found.append(names)
    return found


def run(program: str, names: Names) -> None:
    torch.set_default_dtype(torch.float64)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(program, "program", "exec"), names)
    finally:
        torch.set_default_dtype(torch.float32)


# Definitions, in NumPy.


def log_softmax(z: np.ndarray) -> np.ndarray:
    return z - np.logaddexp.reduce(z, axis=-1, keepdims=True)


def read_as(text: list[int], frames: np.ndarray, blank: int) -> float:
    """Return -log of the probability that frames are read as a text: the sum over every path."""
    states = [blank, *(state for letter in text for state in (letter, blank))]
    before = np.full(len(states), -np.inf)
    before[:2] = frames[0, states[:2]]
    for frame in frames[1:]:
        now = np.logaddexp(before, np.concatenate([[-np.inf], before[:-1]]))
        for place in range(2, len(states)):
            if states[place] != blank and states[place] != states[place - 2]:
                now[place] = np.logaddexp(now[place], before[place - 2])
        before = now + frame[states]
    return -np.logaddexp.reduce(before[-2:])


def ctc(names: Names, row: dict) -> float:
    frames = log_softmax(names["model"](names["inputs"][: names["N"]]).detach().numpy())
    from_zero = row["changed"].get("target") == "letters from 0"
    blank = names["criterion"].blank
    found = []
    for text, many, seen, log_probs in zip(
        names["texts"], names["letters"], names["seen"], frames, strict=False
    ):
        letters = [letter - from_zero for letter in text[:many].tolist()]
        loss = read_as(letters, log_probs[:seen], blank)
        found.append(loss / many.item() if math.isfinite(loss) else 0.0)
        if not math.isfinite(loss) and not names["criterion"].zero_infinity:
            return math.inf
    return float(np.mean(found))


def gaussian(names: Names, row: dict) -> float:
    mean, target, variance = (
        names[name].detach().numpy().reshape(-1) for name in ("mean", "target", "variance")
    )
    if row["changed"].get("variance") == "exp, read as the standard deviation":
        variance = variance**2
    with np.errstate(all="ignore"):
        return float((np.log(np.maximum(variance, 1e-6)) + (mean - target) ** 2 / variance).mean())


def lengths(vectors: np.ndarray, p: float = 2) -> np.ndarray:
    return (np.abs(vectors) ** p).sum(axis=1) ** (1 / p)


def cosine_of(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return (one * other).sum(axis=1) / (lengths(one) * lengths(other))


def cosine(names: Names, _: dict) -> float:
    one, other = (names[name].detach().numpy() for name in ("one", "other"))
    alike, angle = names["alike"].numpy() == 1, cosine_of(one, other)
    unlike = np.maximum(0, angle - names["criterion"].margin)
    return float(np.where(alike, 1 - angle, unlike).mean())


def ranking(names: Names, _: dict) -> float:
    """The scores are those of the last layer: what comes after it squashes them."""
    first, second = names["model"][0](names["inputs"]).detach().numpy()[..., 0].T
    gap = np.where(names["better"].numpy() == 1, first - second, second - first)
    return float(np.maximum(0, names["criterion"].margin - gap).mean())


def distance(row: dict, p: float, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the distance that is meant, whatever is handed over."""
    label = row["changed"].get("distance_function", "1 - cosine")
    if row["loss"] == "TripletMarginLoss" or label in ("none given", "one for the batch"):
        return lengths(a - b + 1e-6, p)
    return ((a - b) ** 2).sum(axis=1) if label == "squared" else 1 - cosine_of(a, b)


def triplet(names: Names, row: dict) -> float:
    criterion, step = names["criterion"], names["step"][:200].numpy()
    three = [names[name].detach().numpy() for name in ("anchor", "positive", "negative")]
    if row["changed"].get("embeddings") == "normalised over the batch":  # each is meant
        three = [*names["model"](names["inputs"]).detach().numpy().transpose(1, 0, 2)]
        three = [one / lengths(one)[:, None] for one in three]
    anchor, positive, negative = three
    apart = partial(distance, row, getattr(criterion, "p", 2))
    far = apart(anchor, negative)
    if criterion.swap:
        far = np.minimum(far, apart(positive, negative))
    each = np.maximum(0, apart(anchor, positive) - far + criterion.margin)
    return float(each[step > 0].mean())


def adaptive(names: Names, row: dict) -> float:
    """The head has the common classes and an entry for each cluster, which has its own softmax."""
    criterion = names["criterion"]
    hidden = names["model"](names["inputs"]).detach().numpy()
    kinds = names["kinds"].numpy()
    kinds = 15 - kinds if row["changed"].get("target") == "commonest last" else kinds
    cutoffs, found = criterion.cutoffs, np.zeros(len(kinds))
    head = log_softmax(hidden @ criterion.head.weight.detach().numpy().T)
    for place, kind in enumerate(kinds):
        if kind < cutoffs[0]:
            found[place] = head[place, kind]
            continue
        cluster = max(i for i in range(len(cutoffs) - 1) if kind >= cutoffs[i])
        down, up = (layer.weight.detach().numpy().T for layer in criterion.tail[cluster])
        tail = log_softmax(hidden[place] @ down @ up)
        found[place] = head[place, cutoffs[0] + cluster] + tail[kind - cutoffs[cluster]]
    return float(-found.mean())


def linear(names: Names, _: dict) -> float:
    layer = names["criterion"].linear
    bias = 0 if layer.bias is None else layer.bias.detach().numpy()
    hidden = names["model"](names["inputs"]).detach().numpy()
    log_probs = log_softmax(hidden @ layer.weight.detach().numpy().T + bias)
    share = names["criterion"].label_smoothing
    true = log_probs[np.arange(len(log_probs)), names["kinds"].numpy()]
    return float(-((1 - share) * true + share * log_probs.mean(axis=1)).mean())


def last_layer(names: Names, row: dict) -> float:
    """Layers whose range is the whole line give scores; what others squash were the scores."""
    many, layers = (2000, 3) if row["loss"].startswith("GLU") else (100, 1)
    label = row["changed"].get("last", "none")
    model, inputs = names["model"][:layers], names["inputs"][:many]
    squashes = any(name in label for name in ("oftmax", "Threshold"))
    scores = (model(inputs) if squashes else names["outputs"]).detach().numpy()
    target = names["target"][:many].numpy()
    if target.dtype.kind == "f":
        return float(((scores - target) ** 2).mean())
    scores = log_softmax(np.moveaxis(scores, 1, -1))
    return float(-np.take_along_axis(scores, target[..., None], axis=-1).mean())


DEFINITIONS: dict[str, Callable[[Names, dict], float]] = {
    "CTCLoss": ctc,
    "GaussianNLLLoss": gaussian,
    "CosineEmbeddingLoss": cosine,
    "MarginRankingLoss": ranking,
    "TripletMarginLoss": triplet,
    "TripletMarginWithDistanceLoss": triplet,
    "AdaptiveLogSoftmaxWithLoss": adaptive,
    "LinearCrossEntropyLoss": linear,
    "GLU, PReLU, RReLU and Threshold": last_layer,
    "Softmax2d and GLU on images": last_layer,
}


def is_as_defined(row: dict) -> bool:
    """Say whether changes of a loss are one positive multiple of those of its definition."""
    table, seen, known = table_of(row), [], []
    parts = others().OPENING + table.data + table.model + table.built
    for seed in range(5):
        names: Names = {}
        random = np.random.default_rng(seed)
        run(in_float64(table.filled(parts, chosen_in(row))), names)
        for part in (names["model"], names["criterion"]):
            for weight in part.parameters():
                weight.data = torch.tensor(random.normal(0, 0.5, weight.shape))
        run(in_float64(table.filled(table.step, chosen_in(row))), names)
        seen.append(names["loss"].item())
        known.append(DEFINITIONS[row["loss"]](names, row))
    steps, wanted = np.diff(seen), np.diff(known)
    if not np.isfinite([*steps, *wanted]).all() or not (steps @ wanted) > 0:
        return False
    ratio = (steps @ wanted) / (wanted @ wanted)
    return bool(np.abs(steps - ratio * wanted).max() < 1e-4 * np.abs(steps).max())


def failure(row: dict, runs: list[Names]) -> str:
    """Say how training failed that has not led to the truth."""
    ways = {way_of_failing(row, names) for names in runs}
    return f"wrong: {ways.pop() if len(ways) == 1 else 'not the truth'}"


def way_of_failing(row: dict, names: Names) -> str:
    end = names["optimizer"].losses[-1]
    if not math.isfinite(end):
        return "diverges"
    if end < BOTTOMLESS:
        return "too low"
    if end > 1e4:
        return "too high"
    if names["optimizer"].steepest < 1e-12:
        return "flat"
    if names["score"] < table_of(row).opposite:
        return "the opposite"
    if not names.get("same", True):
        return "never the same"
    return "ranks right" if names.get("ranks", 0.0) > 0.8 else "not the truth"


def disagreement(row: dict) -> str:
    """Say why float64 speaks against a verdict, or nothing at all.

    Of eight other starts two more or two fewer may arrive: chance says no more.
    """
    said, reached, many = row["verdict"], row["reached"], DATA["trainings"]
    runs = trained(row)
    arrived = sum(names["score"] >= table_of(row).enough for names in runs)
    falls = sum(names["optimizer"].losses[-1] < BOTTOMLESS for names in runs) > many / 2
    if falls or (said.startswith("wrong") and reached == 0):
        how = failure(row, runs[: len(STARTS)])  # by Adam, as the program on the page
        return "" if said == how and (falls or arrived <= CHANCE) else f"{how}, {arrived} arrive"
    if abs(arrived - reached) > CHANCE:
        return f"{arrived} arrive, not {reached}"
    if 0 < reached < many:
        return "" if said == "not always reached" else "some arrive, and some do not"
    if reached == 0:
        return "none arrives"
    as_defined = is_as_defined(row)
    right = "correct" if as_defined else "other objective"
    return "" if said == right else f"it is {'' if as_defined else 'not '}as defined"


def contradicted(rows: list[dict]) -> list[str]:
    """Return the calls whose verdict float64 speaks against."""
    told = [(row, disagreement(row)) for row in rows]
    return [f"{r['loss']}, {r['changed']}: {r['verdict']}, but {said}" for r, said in told if said]


EACH_DAY = 20  # of the calls one in so many, and each week all


@pytest.mark.parametrize("start", shared_out(range(EACH_DAY), EACH_DAY))
def test_a_verdict_agrees_with_float64(start: int) -> None:
    wrong = contradicted(RAN[start::EACH_DAY])
    assert not wrong, "\n".join(wrong)


VERDICTS = sorted({row["verdict"] for row in RAN})


@pytest.mark.parametrize("verdict", VERDICTS)
def test_another_verdict_is_contradicted(verdict: str) -> None:
    row = next(row for row in RAN if row["verdict"] == verdict)
    assert not contradicted([row])
    for other in VERDICTS:
        assert other == verdict or contradicted([row | {"verdict": other}]), other


def test_every_call_of_two_choices_or_fewer_is_recorded_once() -> None:
    names = [(row["loss"], *sorted(row["changed"].items())) for row in ROWS]
    assert len(names) == len({*names})
    assert names == [
        (table.name, *sorted((k, v) for k, v in chosen.items() if v != usual[k]))
        for table in others().TABLES
        for usual in [next(table.choices())]
        for chosen in table.choices()
    ]


# What the page makes of them.

VIEW = package_of(DOCS / "activations-and-losses").others
LOSSES = [*DATA["tables"]]


@pytest.mark.parametrize("loss", LOSSES)
def test_the_page_has_the_programs_that_ran(loss: str) -> None:
    for call in VIEW.calls_of(DATA, loss):
        assert call.program == table_of(call.row).program(chosen_in(call.row))


@pytest.mark.parametrize("loss", LOSSES)
def test_the_usual_call_is_right_as_it_is_copied(loss: str, capsys) -> None:
    usual, *_ = VIEW.calls_of(DATA, loss)
    exec(compile(usual.program, "pasted", "exec"), {})
    said = capsys.readouterr().out
    assert usual.verdict == "correct"
    assert float(said.removeprefix("score ")) >= DATA["tables"][loss]["enough"]


@pytest.mark.parametrize("loss", LOSSES)
def test_an_explanation_is_what_the_program_beside_it_shows(loss: str, capsys) -> None:
    for call in VIEW.calls_of(DATA, loss):
        if call.kind != "wrong" or len(call.row["changed"]) > 1:
            continue
        names: Names = {}
        exec(compile(call.program, "pasted", "exec"), names)
        end, how = names["loss"].item(), call.verdict.partition(": ")[2]
        seen = {
            "diverges": not math.isfinite(end),
            "too low": end < BOTTOMLESS,
            "too high": 1e4 < end < math.inf,
            "never the same": not names.get("same", True),
            "ranks right": math.isfinite(end) and names.get("ranks", 0.0) > 0.8,
        }
        assert [way for way in seen if seen[way]][:1] == [how] * (how in seen), f"{call.row}: {end}"


@pytest.mark.parametrize("loss", LOSSES)
def test_what_is_not_right_has_a_reason_and_each_reason_a_call(loss: str) -> None:
    calls = [call for call in VIEW.calls_of(DATA, loss) if len(call.row["changed"]) == 1]
    unsaid = [call.row for call in calls if call.kind not in ("correct", "raises") and not call.why]
    assert not unsaid, f"other_texts.py does not say why: {unsaid}"
    assert {call.why for call in calls} - {""} == {*VIEW.WHY[loss].values()}
    assert len(VIEW.WHY[loss]) == sum(bool(call.why) for call in calls), "a reason of no call"


@pytest.mark.parametrize("loss", LOSSES)
def test_a_fix_is_the_shortest_way_to_a_right_call(loss: str) -> None:
    calls = VIEW.calls_of(DATA, loss)
    right = [set(call.chosen.items()) for call in calls if call.verdict == "correct"]
    for call in calls:
        mended = VIEW.nearest(call, calls)
        changes = set(mended.chosen.items()) - set(call.chosen.items())
        assert mended.verdict == "correct"
        assert len(changes) == min(len(one - set(call.chosen.items())) for one in right)
        changed = mended.own(call) or call.own(mended)
        assert call is mended or changed, "a fix has a line to write, or one to leave out"


def test_a_message_leads_to_a_page_about_it() -> None:
    """Rather to one about the loss; a message without a page has no link."""
    quirks = chapters(DOCS, SNIPPETS)("activations-and-losses").quirks
    for row in ROWS:
        message = row.get("error") or row.get("warning") or "no such message"
        fitting = [quirk for quirk in quirks if answers(quirk, message)]
        own = [quirk for quirk in fitting if row["loss"] in quirk.losses]
        assert VIEW.explained(message, row["loss"], quirks) in (own or fitting or [None])


def test_every_loss_of_torch_has_a_table() -> None:
    """Either here, or in the matrix, which has those of an input and a target."""
    known = {*LOSSES, *chapters(DOCS, SNIPPETS)("activations-and-losses").table("matrix")["losses"]}
    missing = {name for name in dir(torch.nn) if name.endswith("Loss")} - known
    assert not missing, f"{missing} is in no table"
