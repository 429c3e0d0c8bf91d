"""Every task with the output layer, loss and target that belong to it.

A row draws data from a truth that it knows, trains a model on one half
and is scored on the other.  What the table says about a row is read off
its objects and its source, or measured.
"""

import ast
import json
import linecache
from collections.abc import Callable
from dataclasses import dataclass
from math import log

import torch
from torch import Tensor, nn

SOURCE = "".join(linecache.getlines(__file__))
NODES = {getattr(node, "name", ""): node for node in ast.parse(SOURCE).body}


@dataclass
class Task:
    """A row: the objects that belong together, and data to try them on."""

    task: str
    example: str
    model: nn.Module
    criterion: Callable[..., Tensor]
    inputs: Tensor
    target: Tensor | None  # None: the loss takes no target
    best: Tensor  # what a model that knows the truth puts out
    predict: Callable[[Tensor], Tensor]
    metric: str  # a key of METRICS
    start: Callable[[Tensor], Tensor | float] | None = None
    truth: Tensor | None = None  # of predictions; if None, the target
    call: Callable[..., Tensor] = lambda criterion, outputs, target: (
        criterion(outputs, target)
    )

    def loss(self, outputs: Tensor, target: Tensor | None) -> Tensor:
        return self.call(self.criterion, outputs, target)


def recalls(prediction: Tensor, truth: Tensor) -> list[Tensor]:
    classes = truth.unique()
    return [(prediction[truth == c] == c).float().mean() for c in classes]


def overlaps(prediction: Tensor, truth: Tensor) -> list[Tensor]:
    prediction, truth = prediction[truth != 255], truth[truth != 255]
    pairs = [(prediction == c, truth == c) for c in truth.unique()]
    return [(a & b).sum() / (a | b).sum() for a, b in pairs]


METRICS = {
    "accuracy": lambda p, t: (p == t).float().mean(),
    "balanced accuracy": lambda p, t: torch.stack(recalls(p, t)).mean(),
    "exact match": lambda p, t: (p == t).all(dim=1).float().mean(),
    "mean IoU": lambda p, t: torch.stack(overlaps(p, t)).mean(),
    "mean absolute error": lambda p, t: (p - t).abs().mean(),
    "RMSE": lambda p, t: (p - t).square().mean().sqrt(),
    "accuracy, ties half": lambda p, t: (1 + p.sign() * t).mean() / 2,
}


def halves(tensor: Tensor | None) -> tuple:
    return (None, None) if tensor is None else tensor.chunk(2)


def train(task: Task, inputs: Tensor) -> None:
    """Fit the model to the first half of the target."""
    target = halves(task.target)[0]
    optimizer = torch.optim.Adam(task.model.parameters(), lr=0.1)
    for _ in range(150):
        optimizer.zero_grad()
        task.loss(task.model(inputs), target).backward()
        optimizer.step()


def texts(name: str) -> dict[str, str]:
    """Return the source of what a function hands to Task, by argument."""
    node = NODES[name]
    if isinstance(node, ast.ClassDef):  # Task itself: the defaults
        fields = [f for f in node.body if isinstance(f, ast.AnnAssign)]
        given = {f.target.id: f.value for f in fields if f.value}
        inherited = {}
    else:
        call = node.body[-1].value  # return Task(...), or another function
        given = {keyword.arg: keyword.value for keyword in call.keywords}
        inherited = texts(call.func.id)
    for argument, value in given.items():
        source = ast.unparse(getattr(value, "body", value))  # of a lambda
        inherited[argument] = source.replace("'", '"')
    return inherited


def layer(model: nn.Module) -> str:
    """Read the last layer of a model."""
    *_, last = model.modules()
    kind = type(last).__name__
    if isinstance(last, nn.Linear):
        return f"nn.{kind}({last.in_features}, {last.out_features})"
    (size,), (padding,) = set(last.kernel_size), set(last.padding)
    channels = f"{last.in_channels}, {last.out_channels}"
    return f"nn.{kind}({channels}, {size}, padding={padding})"


def activation(task: Task, outputs: Tensor, target: Tensor | None) -> str:
    """Read from autograd what happens between the outputs and the loss."""
    outputs = outputs.detach().requires_grad_()
    given = []
    task.call(lambda *arguments: given.extend(arguments), outputs, target)
    nodes = [getattr(argument, "grad_fn", None) for argument in given]
    names = set()
    while nodes:
        if node := nodes.pop():
            names.add(node.name().removesuffix("Backward0"))
            nodes += [before for before, _ in node.next_functions]
    moves = ("torch::", "Slice", "Select", "Permute", "Div")
    names = sorted(name for name in names if not name.startswith(moves))
    snake = ["".join("_" * c.isupper() + c for c in name) for name in names]
    return ", ".join(name.strip("_").lower() for name in snake) or "none"


def shape(tensor: Tensor | None) -> str:
    if tensor is None:
        return "none"
    return str(("N", *tensor.shape[1:])).replace("'", "")


def dtype(tensor: Tensor | None) -> str:
    return "none" if tensor is None else str(tensor.dtype).split(".")[1]


def corner(target: Tensor | None) -> list:
    """Return a few entries: fewer, the more axes there are."""
    if target is None:
        return []
    few = (slice(4 - target.dim()), slice(4), slice(4))
    target = target[few[: target.dim()]]
    if target.is_floating_point():
        target = target.double().round(decimals=2)
    return target.tolist()


def row(name: str, task: Task) -> dict:
    """Train the model of a task, and return what the table shows."""
    inputs, unseen = halves(task.inputs)
    _, target = halves(task.target)
    _, best = halves(task.best)
    _, truth = halves(task.target if task.truth is None else task.truth)
    text = texts(name)

    def score(inputs: Tensor) -> float:
        prediction = task.predict(task.model(inputs).detach())
        return METRICS[task.metric](prediction, truth).item()

    # The baseline is the same model, trained on inputs that say nothing.
    train(task, torch.zeros_like(inputs))
    baseline = score(torch.zeros_like(unseen))
    train(task, inputs)
    reached = score(unseen)
    perfect = METRICS[task.metric](truth, truth).item()
    assert abs(perfect - reached) < 0.75 * abs(perfect - baseline), name

    outputs = task.model(unseen).detach()
    start = task.loss(torch.zeros_like(outputs), target).item()
    floor = task.loss(best, target).item()
    final = task.loss(outputs, target).item()
    assert abs(final - floor) < 0.2 * (start - floor), name
    # The loss asks for these outputs, neither shrunk nor stretched.
    for factor in (0.8, 1.25):
        assert floor < task.loss(factor * best, target) + 1e-4, name
    if task.start:
        assert abs(task.start(target) - start) < 1e-4, name

    return {
        "id": name.replace("_", "-"),
        "task": task.task,
        "example": task.example,
        "output": layer(task.model),
        "activation": activation(task, outputs, target),
        "loss": text["criterion"],
        "call": text["call"],
        "output_shape": shape(outputs),
        "target_dtype": dtype(target),
        "target_shape": shape(target),
        "target_example": corner(target),
        "prediction": text["predict"],
        "metric": task.metric,
        "score": round(reached, 2),
        "baseline": round(baseline, 2),
        "better": "higher" if perfect > baseline else "lower",
        "start_formula": text["start"] if task.start else "measured",
        "start": round(start, 2),
        "floor": round(floor, 2),
        "final": round(final, 2),
    }


# Data.  Each model is its last layer alone, and so is the truth it learns.


@torch.no_grad()
def known(truth: nn.Module, inputs: Tensor) -> Tensor:
    """Return the outputs of a truth, four times a fresh layer's."""
    return 4 * truth(inputs)


def drawn(logits: Tensor) -> Tensor:
    """Draw a class for each entry; the classes are on axis 1."""
    probabilities = logits.movedim(1, -1).softmax(dim=-1)
    return torch.distributions.Categorical(probabilities).sample()


def sightings(kinds: Tensor) -> Tensor:
    """Return eight noisy features; the first three tell the kind."""
    features = 4.0 * nn.functional.one_hot(kinds, 8)
    return features + torch.randn_like(features)


def entropy(probabilities: Tensor) -> Tensor:
    return torch.special.entr(probabilities).sum(dim=1).mean()


# Rows: numbers.


def a_number() -> Task:
    inputs = torch.randn(2000, 4)
    best = known(nn.Linear(4, 1), inputs)
    return Task(
        task="A number",
        example="a house price",
        model=nn.Linear(4, 1),
        criterion=nn.MSELoss(),
        inputs=inputs,
        target=best + 0.5 * torch.randn(2000, 1),
        best=best,
        predict=lambda outputs: outputs,
        metric="RMSE",
        start=lambda target: target.square().mean(),
    )


def with_outliers(criterion: nn.Module, start: Callable | None) -> Task:
    inputs = torch.randn(2000, 4)
    best = known(nn.Linear(4, 1), inputs)
    noise = 0.5 * torch.randn(2000, 1)
    noise[torch.rand(2000, 1) < 0.1] *= 20
    return Task(
        task="A number, with outliers",
        example="a sensor that fails now and then",
        model=nn.Linear(4, 1),
        criterion=criterion,
        inputs=inputs,
        target=best + noise,
        best=best,
        predict=lambda outputs: outputs,
        metric="RMSE",
        start=start,
        truth=best,  # the outliers are not what is wanted
    )


def numbers_with_outliers_huber() -> Task:
    return with_outliers(criterion=nn.HuberLoss(delta=2.0), start=None)


def numbers_with_outliers_smooth_l1() -> Task:
    return with_outliers(criterion=nn.SmoothL1Loss(beta=2.0), start=None)


def numbers_with_outliers_l1() -> Task:
    return with_outliers(
        criterion=nn.L1Loss(),
        start=lambda target: target.abs().mean(),
    )


def a_number_with_its_uncertainty() -> Task:
    inputs = torch.randn(2000, 4)
    best = known(nn.Linear(4, 2), inputs) / 2
    mean, deviation = best[:, :1], best[:, 1:].exp().sqrt()
    return Task(
        task="A number with its uncertainty",
        example="a delivery time, and how far off it may be",
        model=nn.Linear(4, 2),
        criterion=nn.GaussianNLLLoss(),
        call=lambda criterion, outputs, target: criterion(
            outputs[:, :1], target, outputs[:, 1:].exp()
        ),
        inputs=inputs,
        target=mean + deviation * torch.randn(2000, 1),
        best=best,
        predict=lambda outputs: torch.cat(
            [outputs[:, :1], outputs[:, 1:].exp().sqrt()], dim=1
        ),
        metric="RMSE",
        start=lambda target: target.square().mean() / 2,
        truth=torch.cat([mean, deviation], dim=1),
    )


LEVELS = torch.tensor([0.1, 0.5, 0.9])


def pinball(outputs: Tensor, target: Tensor) -> Tensor:
    """Torch has no such class: a loss that is least at the quantiles."""
    errors = target - outputs
    return torch.maximum(LEVELS * errors, (LEVELS - 1) * errors).mean()


def quantiles() -> Task:
    inputs = torch.rand(2000, 4)
    mean = known(nn.Linear(4, 1), inputs)
    deviation = 0.2 + inputs[:, :1]
    best = mean + deviation * torch.special.ndtri(LEVELS)
    return Task(
        task="A range for a number",
        example="the least, usual and most electricity of a day",
        model=nn.Linear(4, 3),
        criterion=pinball,
        inputs=inputs,
        target=mean + deviation * torch.randn(2000, 1),
        best=best,
        predict=lambda outputs: outputs.sort(dim=1).values,
        metric="RMSE",
        start=lambda target: target.abs().mean() / 2,
        truth=best,
    )


def counts() -> Task:
    inputs = torch.randn(2000, 4)
    best = 2 + known(nn.Linear(4, 1), inputs) / 4
    return Task(
        task="A count",
        example="the calls that arrive in an hour",
        model=nn.Linear(4, 1),
        criterion=nn.PoissonNLLLoss(),
        inputs=inputs,
        target=torch.poisson(best.exp()),
        best=best,
        predict=lambda outputs: outputs.exp(),
        metric="RMSE",
        start=lambda target: 1,
    )


def ordered_grades() -> Task:
    inputs = torch.randn(2000, 4)
    quality = known(nn.Linear(4, 1, bias=False), inputs)
    best = quality - torch.tensor([-3.0, -1.0, 1.0, 3.0])
    target = (best + torch.rand(2000, 1).logit() > 0).float()
    return Task(
        task="A grade on an ordered scale",
        example="none to four stars; one output for each step up",
        model=nn.Linear(4, 4),
        criterion=nn.BCEWithLogitsLoss(),
        inputs=inputs,
        target=target,
        best=best,
        predict=lambda outputs: (outputs > 0).sum(dim=1),
        metric="mean absolute error",
        start=lambda target: log(2),
        truth=target.sum(dim=1),
    )


# Rows: yes or no, and tags.


def yes_or_no() -> Task:
    inputs = torch.randn(2000, 4)
    best = known(nn.Linear(4, 1, bias=False), inputs)
    return Task(
        task="Yes or no",
        example="spam or not",
        model=nn.Linear(4, 1),
        criterion=nn.BCEWithLogitsLoss(),
        inputs=inputs,
        target=best.sigmoid().bernoulli(),
        best=best,
        predict=lambda outputs: outputs > 0,
        metric="accuracy",
        start=lambda target: log(2),
    )


def yes_or_no_two_logits() -> Task:
    inputs = torch.randn(2000, 4)
    best = known(nn.Linear(4, 2, bias=False), inputs)
    return Task(
        task="Yes or no, as two classes",
        example="spam or not",
        model=nn.Linear(4, 2),
        criterion=nn.CrossEntropyLoss(),
        inputs=inputs,
        target=drawn(best),
        best=best,
        predict=lambda outputs: outputs.argmax(dim=1),
        metric="accuracy",
        start=lambda target: log(2),
    )


def a_rare_yes() -> Task:
    inputs = torch.randn(2000, 4)
    logits = known(nn.Linear(4, 1, bias=False), inputs) - 4
    return Task(
        task="A rare yes",
        example="fraud or not",
        model=nn.Linear(4, 1),
        criterion=nn.BCEWithLogitsLoss(pos_weight=torch.tensor([9.0])),
        inputs=inputs,
        target=logits.sigmoid().bernoulli(),
        best=logits + log(9),  # a yes counts nine times
        predict=lambda outputs: outputs > 0,
        metric="balanced accuracy",
        start=lambda target: log(2) * (1 + 8 * target).mean(),
    )


def tags() -> Task:
    inputs = torch.randn(2000, 4)
    best = known(nn.Linear(4, 3, bias=False), inputs)
    return Task(
        task="Any number of tags",
        example="the topics of an article",
        model=nn.Linear(4, 3),
        criterion=nn.BCEWithLogitsLoss(),
        inputs=inputs,
        target=best.sigmoid().bernoulli(),
        best=best,
        predict=lambda outputs: outputs > 0,
        metric="accuracy",
        start=lambda target: log(2),
    )


# Rows: one of several classes.


def one_of_several() -> Task:
    inputs = torch.randn(2000, 4)
    best = known(nn.Linear(4, 3, bias=False), inputs)
    return Task(
        task="One of several classes",
        example="the animal in a photo",
        model=nn.Linear(4, 3),
        criterion=nn.CrossEntropyLoss(),
        inputs=inputs,
        target=drawn(best),
        best=best,
        predict=lambda outputs: outputs.argmax(dim=1),
        metric="accuracy",
        start=lambda target: log(3),
    )


def imbalanced_classes() -> Task:
    inputs = torch.randn(2000, 4)
    logits = known(nn.Linear(4, 3, bias=False), inputs)
    logits += torch.tensor([4.0, 0.0, 0.0])
    target = drawn(logits)
    weight = 1 / target.bincount()
    return Task(
        task="One of several classes, some rare",
        example="the fault of a machine that is mostly well",
        model=nn.Linear(4, 3),
        criterion=nn.CrossEntropyLoss(weight=weight),
        inputs=inputs,
        target=target,
        best=logits + weight.log(),  # a rare class counts as often
        predict=lambda outputs: outputs.argmax(dim=1),
        metric="balanced accuracy",
        start=lambda target: log(3),
    )


def label_smoothing() -> Task:
    inputs = torch.randn(2000, 4)
    logits = known(nn.Linear(4, 3, bias=False), inputs)
    return Task(
        task="One of several classes, smoothed",
        example="the animal in a photo, never quite certain",
        model=nn.Linear(4, 3),
        criterion=nn.CrossEntropyLoss(label_smoothing=0.1),
        inputs=inputs,
        target=drawn(logits),
        best=(0.9 * logits.softmax(dim=1) + 0.1 / 3).log(),
        predict=lambda outputs: outputs.argmax(dim=1),
        metric="accuracy",
        start=lambda target: log(3),
    )


def soft_labels() -> Task:
    inputs = torch.randn(2000, 4)
    best = known(nn.Linear(4, 3, bias=False), inputs)
    votes = torch.distributions.Multinomial(5, logits=best).sample()
    return Task(
        task="Shares of several classes",
        example="the votes of five people on a photo",
        model=nn.Linear(4, 3),
        criterion=nn.CrossEntropyLoss(),
        inputs=inputs,
        target=votes / 5,
        best=best,
        predict=lambda outputs: outputs.softmax(dim=1),
        metric="mean absolute error",
        start=lambda target: log(3),
    )


def distillation() -> Task:
    inputs = torch.randn(2000, 4)
    teacher = known(nn.Linear(4, 3, bias=False), inputs)
    return Task(
        task="What a larger model says",
        example="a teacher's probabilities at temperature 2",
        model=nn.Linear(4, 3),
        criterion=nn.KLDivLoss(reduction="batchmean"),
        call=lambda criterion, outputs, target: criterion(
            (outputs / 2).log_softmax(dim=1), target
        ),
        inputs=inputs,
        target=(teacher / 2).softmax(dim=1),
        best=teacher,
        predict=lambda outputs: outputs.argmax(dim=1),
        metric="accuracy",
        start=lambda target: log(3) - entropy(target),
        truth=drawn(teacher),  # labels that the student never saw
    )


# Rows: a class for each place.


def a_class_per_token() -> Task:
    inputs = torch.randn(200, 4, 10)
    best = known(nn.Conv1d(4, 3, 3, padding=1, bias=False), inputs)
    return Task(
        task="A class for each token",
        example="noun, verb or other, word by word",
        model=nn.Conv1d(4, 3, 3, padding=1),
        criterion=nn.CrossEntropyLoss(),
        inputs=inputs,
        target=drawn(best),
        best=best,
        predict=lambda outputs: outputs.argmax(dim=1),
        metric="accuracy",
        start=lambda target: log(3),
    )


def a_class_per_pixel() -> Task:
    inputs = torch.randn(40, 2, 8, 8)
    best = known(nn.Conv2d(2, 3, 3, padding=1, bias=False), inputs)
    unlabelled = torch.rand(40, 8, 8) < 0.2
    return Task(
        task="A class for each pixel",
        example="road, car or sky; some pixels have no label",
        model=nn.Conv2d(2, 3, 3, padding=1),
        criterion=nn.CrossEntropyLoss(ignore_index=255),
        inputs=inputs,
        target=drawn(best).masked_fill(unlabelled, 255),
        best=best,
        predict=lambda outputs: outputs.argmax(dim=1),
        metric="mean IoU",
        start=lambda target: log(3),
    )


def unaligned_sequences() -> Task:
    # Up to three symbols, 1 or 2, each for one to four of its five frames.
    target = torch.randint(1, 3, (200, 3))
    target[torch.arange(3) > torch.randint(3, (200, 1))] = 0  # the end
    lasts = torch.randint(1, 5, (200, 3, 1)) >= torch.arange(5)
    sounds = lasts & (torch.arange(5) > 0)  # 0, the blank, comes between
    frames = (target[:, :, None] * sounds).flatten(start_dim=1)
    return Task(
        task="A sequence without its alignment",
        example="the letters spoken in a recording",
        model=nn.Conv1d(8, 3, 3, padding=1),
        criterion=nn.CTCLoss(),
        call=lambda criterion, outputs, target: criterion(
            outputs.permute(2, 0, 1).log_softmax(dim=2),
            target,
            torch.full((len(target),), outputs.shape[2]),
            (target > 0).sum(dim=1),
        ),
        inputs=sightings(frames).movedim(2, 1),
        target=target,
        best=20.0 * nn.functional.one_hot(frames, 3).movedim(2, 1),
        predict=lambda outputs: collapse(outputs.argmax(dim=1)),
        metric="exact match",
        truth=nn.functional.pad(target, (0, 12)),
    )


def collapse(path: Tensor) -> Tensor:
    """Merge repeats and drop blanks; zeros fill up at the end."""
    keep = (path != 0) & (
        path.diff(prepend=path.new_zeros(len(path), 1)) != 0
    )
    order = (~keep).int().argsort(dim=1, stable=True)
    return (path * keep).gather(1, order)


# Rows: comparisons.


def ranking() -> Task:
    inputs = torch.randn(4000, 2, 4)
    quality = known(nn.Linear(4, 1), inputs)
    gap = quality[:, 0] - quality[:, 1]
    clear = (gap.abs() > 1).flatten()  # nobody ranks what looks the same
    inputs, quality = inputs[clear][:2000], quality[clear][:2000]
    target = gap[clear][:2000].sign()
    return Task(
        task="Which of two is better",
        example="the better of two answers",
        model=nn.Linear(4, 1),
        criterion=nn.MarginRankingLoss(margin=1.0),
        call=lambda criterion, outputs, target: criterion(
            outputs[:, 0], outputs[:, 1], target
        ),
        inputs=inputs,
        target=target,
        best=quality,
        predict=lambda outputs: outputs[:, 0] > outputs[:, 1],
        metric="accuracy",
        start=lambda target: 1,
        truth=target > 0,
    )


def pairs() -> Task:
    first = torch.randint(3, (2000,))
    step = torch.randint(1, 3, (2000,)) * (torch.rand(2000) < 0.5)
    kinds = torch.stack([first, (first + step) % 3], dim=1)
    target = torch.where(step == 0, 1.0, -1.0)
    return Task(
        task="Alike or not",
        example="two photos, of one person or of two",
        model=nn.Linear(8, 3),
        criterion=nn.CosineEmbeddingLoss(),
        call=lambda criterion, outputs, target: criterion(
            outputs[:, 0], outputs[:, 1], target
        ),
        inputs=sightings(kinds),
        target=target,
        best=1.0 * nn.functional.one_hot(kinds, 3),
        predict=lambda outputs: (
            torch.cosine_similarity(outputs[:, 0], outputs[:, 1]) > 0.5
        ),
        metric="accuracy",
        start=lambda target: (target > 0).float().mean(),
        truth=target > 0,
    )


def triplets() -> Task:
    anchor = torch.randint(3, (2000,))
    other = (anchor + torch.randint(1, 3, (2000,))) % 3
    kinds = torch.stack([anchor, anchor, other], dim=1)
    return Task(
        task="Which of two is nearer",
        example="a face, the same one again, and another",
        model=nn.Linear(8, 4),
        criterion=nn.TripletMarginLoss(),
        call=lambda criterion, outputs, target: criterion(
            outputs[:, 0], outputs[:, 1], outputs[:, 2]
        ),
        inputs=sightings(kinds),
        target=None,  # their order says it
        best=1.0 * nn.functional.one_hot(kinds, 4),
        predict=lambda outputs: torch.cdist(
            outputs[:, :1], outputs[:, 1:]
        ).diff(),
        metric="accuracy, ties half",
        start=lambda target: 1,
        truth=torch.ones(2000, 1, 1),
    )


# Which row is yours: five questions at most.

A_MEASUREMENT = {
    "question": "Do you need to know how far off it may be?",
    "answers": {
        "yes, as a spread around it": "a-number-with-its-uncertainty",
        "yes, as a range": "quantiles",
        "no": {
            "question": "Are some targets wildly off?",
            "answers": {
                "no": "a-number",
                "yes": {
                    "question": "What should the loss be like?",
                    "answers": {
                        "half of MSE for small errors": (
                            "numbers-with-outliers-huber"
                        ),
                        "slope 1 for large errors, like L1": (
                            "numbers-with-outliers-smooth-l1"
                        ),
                        "L1 for every error": "numbers-with-outliers-l1",
                    },
                },
            },
        },
    },
}
ONE_CLASS = {
    "question": "What is there to learn from?",
    "answers": {
        "the class of each example": {
            "question": "Are some classes rare?",
            "answers": {
                "yes": "imbalanced-classes",
                "no": {
                    "question": "Is the model too sure of itself?",
                    "answers": {
                        "no": "one-of-several",
                        "yes": "label-smoothing",
                    },
                },
            },
        },
        "shares of the classes, such as votes": "soft-labels",
        "what a larger model says": "distillation",
    },
}
YES_OR_NO = {
    "question": "Is a yes rare?",
    "answers": {
        "yes": "a-rare-yes",
        "no": {
            "question": "How many outputs does the model have?",
            "answers": {
                "one": "yes-or-no",
                "two": "yes-or-no-two-logits",
            },
        },
    },
}
CHOOSER = {
    "question": "What do you want to predict?",
    "answers": {
        "a number": {
            "question": "What kind of number?",
            "answers": {
                "a measurement, such as a price": A_MEASUREMENT,
                "a count: 0, 1, 2 and so on": "counts",
                "a grade on an ordered scale": "ordered-grades",
            },
        },
        "yes or no": YES_OR_NO,
        "exactly one of several classes": {
            "question": "What gets a class?",
            "answers": {
                "the whole input": ONE_CLASS,
                "each token of a sequence": "a-class-per-token",
                "each pixel of an image": "a-class-per-pixel",
            },
        },
        "any number of tags": "tags",
        "symbols, without knowing where each one is": "unaligned-sequences",
        "how things compare": {
            "question": "What does one example look like?",
            "answers": {
                "two things, and which is better": "ranking",
                "two things, and whether they are alike": "pairs",
                "three things, the first two alike": "triplets",
            },
        },
    },
}


def tasks() -> dict[str, Task]:
    """Return every task, untrained, by the name of its function."""
    found = {}
    for name, node in NODES.items():
        returned = getattr(getattr(node, "returns", None), "id", "")
        if returned == "Task" and not node.args.args:
            with torch.random.fork_rng():  # no row leans on another's draw
                torch.manual_seed(0)
                found[name] = globals()[name]()
    return found


def rows() -> list[dict]:
    return [row(name, task) for name, task in tasks().items()]


def leaves(tree: dict | str, questions: int = 0) -> list[str]:
    """Return the rows that it leads to, in five questions at most."""
    if isinstance(tree, str):
        assert questions <= 5, tree
        return [tree]
    answers = tree["answers"].values()
    return [leaf for sub in answers for leaf in leaves(sub, questions + 1)]


def document() -> dict:
    """Return what is recorded."""
    found = rows()
    assert sorted(leaves(CHOOSER)) == sorted(row["id"] for row in found)
    return {"rows": found, "chooser": CHOOSER}


if __name__ == "__main__":
    print(json.dumps(document()))
