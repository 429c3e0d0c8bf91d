"""Law: check_pairing names the mistakes in losses as training code has them, and is silent without.

Each form was written by somebody who had not seen the checker: one right use, two mistakes.
"""

from collections.abc import Callable

import pytest
import torch
from test_check_pairing import checker, child, listed  # noqa: F401
from torch import nn
from torch.nn import functional as F

N, IN, C = 32, 8, 4
LAST = {
    "double-softmax": [nn.Softmax(dim=-1)],
    "last-activation": [nn.Sigmoid()],
    "log": [nn.LogSoftmax(dim=-1)],
}
Batch = tuple  # a model, a criterion, inputs and targets


def data() -> tuple[torch.Tensor, torch.Tensor]:
    return torch.randn(N, IN), torch.arange(N) % C


def net(last: str = "", outputs: int = C) -> nn.Module:
    layers = [nn.Linear(IN, 16), nn.ReLU(), nn.Linear(16, outputs)]
    return nn.Sequential(*layers, *LAST.get(last, []))


class LanguageModel(nn.Module):
    """As in the libraries: a dict, with the loss in it where labels are given."""

    def __init__(self, last: str, vocabulary: int = 11) -> None:
        super().__init__()
        self.embed = nn.Embedding(vocabulary, 16)
        self.rnn = nn.GRU(16, 16, batch_first=True)
        self.head = nn.Sequential(nn.Linear(16, vocabulary), *LAST.get(last, []))

    def forward(self, input_ids: torch.Tensor, labels: torch.Tensor | None = None) -> dict:
        logits, loss = self.head(self.rnn(self.embed(input_ids))[0]), None
        if labels is not None:
            shifted = logits[:, :-1].reshape(-1, logits.size(-1))
            loss = F.cross_entropy(shifted, labels[:, 1:].reshape(-1))
        return {"loss": loss, "logits": logits}


class Trainer:
    def compute_loss(self, model: nn.Module, inputs: dict, return_outputs: bool = False):
        inputs = dict(inputs)
        labels = inputs.pop("labels")[..., 1:].contiguous()
        outputs = model(**inputs)
        logits = outputs["logits"][..., :-1, :].contiguous()
        loss = nn.CrossEntropyLoss()(logits.view(-1, logits.size(-1)), labels.view(-1))
        return (loss, outputs) if return_outputs else loss


def compute_loss_of_a_trainer(case: str) -> Batch:
    ids = torch.randint(11, (6, 9))
    labels = torch.full_like(ids, -100) if case == "all-ignored" else ids
    model, batch = LanguageModel(case), {"input_ids": ids, "labels": labels}
    return model, lambda *_: Trainer().compute_loss(model, batch), {"input_ids": ids}, labels


def loss_from_the_model(case: str) -> Batch:
    ids = torch.randint(11, (6, 9))
    labels = ids + (case == "out-of-range")
    batch = {"input_ids": ids, "labels": labels}
    return LanguageModel(case), lambda outputs, _: outputs["loss"], batch, labels


def masked_mean(case: str) -> Batch:
    targets = (torch.rand(6, 7, 1) < 0.4).float()
    mask = torch.arange(7)[None] < torch.tensor([7, 5, 3, 2, 6, 4])[:, None]

    def criterion(outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        each = F.binary_cross_entropy_with_logits(outputs, targets, reduction="none")
        return (each.squeeze(-1) * mask).sum() / mask.sum().clamp(min=1)

    targets = 2 * targets - 1 if case == "target-values" else targets
    return net(case, 1), criterion, torch.randn(6, 7, IN), targets


def gradient_accumulation(case: str) -> Batch:
    inputs, labels = data()
    model, criterion = net(case), nn.CrossEntropyLoss()

    def step(_: object, targets: torch.Tensor) -> torch.Tensor:
        total = torch.zeros(())
        for x, y in zip(inputs.chunk(4), targets.chunk(4), strict=True):
            loss = criterion(model(x), y) / 4
            loss.backward()
            total += loss.detach()
        return total

    return model, step, inputs, labels - int(case == "out-of-range")


def whole_step(case: str) -> Batch:
    inputs, labels = data()
    model = net("log" if case != "not-log-probabilities" else "")
    optimizer = torch.optim.AdamW(model.parameters())

    def step(*_: object) -> float:
        optimizer.zero_grad()
        loss = F.nll_loss(model(inputs), labels)
        loss.backward()
        optimizer.step()
        return loss.item()

    if case == "target-shape":
        labels = labels[:, None]
    return model, step, inputs, labels


def closure_of_an_optimizer(case: str) -> Batch:
    inputs, labels = data()
    model = net(case)
    targets = F.one_hot(labels, C).float() * (255 if case == "target-values" else 1)
    optimizer = torch.optim.LBFGS(model.parameters())

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss = F.binary_cross_entropy_with_logits(model(inputs), targets)
        loss.backward()
        return loss

    return model, lambda *_: closure(), inputs, targets


class Pyramid(nn.Module):
    def __init__(self, last: str) -> None:
        super().__init__()
        self.stages = nn.ModuleList(nn.Linear(IN, IN) for _ in range(3))
        self.heads = nn.ModuleList(net(last, 1) for _ in range(3))

    def forward(self, x: torch.Tensor) -> list[torch.Tensor]:
        made = []
        for stage, head in zip(self.stages, self.heads, strict=True):
            x = stage(x).relu()
            made.append(head(x))
        return made


def list_of_heads(case: str) -> Batch:
    inputs, labels = data()

    def criterion(outputs: list, targets: torch.Tensor) -> torch.Tensor:
        losses = []
        for share, output in zip((0.2, 0.3, 0.5), outputs, strict=True):
            if case == "one-output":
                losses.append(share * F.cross_entropy(output, targets[:, None]))
            else:
                output = output.squeeze(1)
                losses.append(share * F.binary_cross_entropy_with_logits(output, targets))
        return torch.stack(losses).sum()

    return Pyramid(case), criterion, inputs, (labels > 1).float()


class Uncertainty(nn.Module):
    """Weighs the tasks by logarithms of variances, which are learned."""

    def __init__(self) -> None:
        super().__init__()
        self.log_vars, self.kinds = nn.Parameter(torch.zeros(2)), nn.NLLLoss()

    def forward(self, outputs: dict, targets: dict) -> torch.Tensor:
        kind = self.kinds(outputs["kind"], targets["kind"])
        price = F.smooth_l1_loss(outputs["price"], targets["price"])
        losses = torch.stack([kind, price])
        return ((-self.log_vars).exp() * losses + self.log_vars).sum()


class Heads(nn.ModuleDict):
    def forward(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        return {name: head(x) for name, head in self.items()}


def learned_log_variances(case: str) -> Batch:
    inputs, labels = data()
    kind = net("log" if case != "not-log-probabilities" else "")
    price = torch.randn(N) if case == "broadcast" else torch.randn(N, 1)
    targets = {"kind": labels, "price": price}
    return Heads({"kind": kind, "price": net("", 1)}), Uncertainty(), inputs, targets


def mixup(case: str) -> Batch:
    (inputs, labels), other, share = data(), torch.randperm(N), 0.7
    criterion = nn.CrossEntropyLoss()

    def mixed(outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        rest = criterion(outputs, targets[other])
        return share * criterion(outputs, targets) + (1 - share) * rest

    labels = labels.int() if case == "target-dtype" else labels
    return net(case), mixed, share * inputs + (1 - share) * inputs[other], labels


def distillation(case: str) -> Batch:
    inputs, labels = data()
    teacher, heat = net().requires_grad_(False), 3.0

    def criterion(outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        with torch.no_grad():
            wanted = F.softmax(teacher(inputs) / heat, dim=1)
        given = outputs / heat
        given = given if case == "not-log-probabilities" else F.log_softmax(given, dim=1)
        soft = F.kl_div(given, wanted, reduction="batchmean") * heat**2
        return 0.5 * soft + 0.5 * F.cross_entropy(outputs, targets)

    return net(case), criterion, inputs, labels


def weights_per_sample(case: str) -> Batch:
    weights, targets = torch.rand(N, 1), torch.randn(N, 1)
    weights = weights[:, 0] if case == "broadcast of weights" else weights
    targets = targets[:, 0] if case == "broadcast" else targets

    def criterion(outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        return (weights * F.mse_loss(outputs, targets, reduction="none")).mean()

    return net("", 1), criterion, data()[0], targets


class InPieces(torch.autograd.Function):
    """The gradient is made in the forward pass, piece by piece, to save memory."""

    @staticmethod
    def forward(ctx, hidden, weight, targets):  # type: ignore[no-untyped-def]
        slopes, total = [], torch.zeros(())
        for rows, wanted in zip(hidden.split(8), targets.split(8), strict=True):
            with torch.enable_grad():
                piece = rows.detach().requires_grad_()
                loss = F.cross_entropy(piece @ weight.T, wanted, reduction="sum")
            slopes += torch.autograd.grad(loss, piece)
            total += loss.detach()
        ctx.save_for_backward(torch.cat(slopes) / len(hidden))
        return total / len(hidden)

    @staticmethod
    def backward(ctx, slope):  # type: ignore[no-untyped-def]
        return slope * ctx.saved_tensors[0], None, None


def own_function_in_pieces(case: str) -> Batch:
    (inputs, labels), head = data(), nn.Linear(C, C, bias=False)
    labels = labels + (case == "out-of-range")
    labels = labels.int() if case == "target-dtype" else labels
    return net(), lambda z, t: InPieces.apply(z, head.weight, t), inputs, labels


def grad_and_value(case: str) -> Batch:
    (inputs, labels), model = data(), net(case)

    def compute_loss(parameters: dict, batch: torch.Tensor, targets: torch.Tensor):
        outputs = torch.func.functional_call(model, parameters, (batch,))
        return F.cross_entropy(outputs, targets)

    def step(_: object, targets: torch.Tensor) -> torch.Tensor:
        parameters = {name: p.detach() for name, p in model.named_parameters()}
        return torch.func.grad_and_value(compute_loss)(parameters, inputs, targets)[1]

    labels = F.one_hot(labels, C + 1).float() if case == "target-shape" else labels
    return model, step, inputs, labels


def compiled_step(case: str) -> Batch:
    (inputs, labels), model = data(), net(case)
    targets = F.one_hot(labels, C)

    @torch.compile(backend="eager")
    def compute_loss(batch: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        return F.binary_cross_entropy_with_logits(model(batch), targets)

    targets = targets if case == "target-dtype" else targets.float()
    return model, lambda _, targets: compute_loss(inputs, targets), inputs, targets


class Detector(nn.ModuleDict):
    def forward(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        boxes = self["boxes"](x).sigmoid().view(-1, 5, 4)
        return {"logits": self["kinds"](x).view(-1, 5, C), "boxes": boxes}


def detection(case: str) -> Batch:
    kinds = nn.Sequential(nn.Linear(IN, 5 * C), *LAST.get(case, []))
    targets = [{"boxes": torch.rand(5, 4), "labels": torch.arange(5) % C} for _ in range(2)]
    targets[1]["labels"] = targets[1]["labels"] + C * (case == "out-of-range")

    def criterion(outputs: dict, targets: list[dict]) -> torch.Tensor:
        labels = torch.stack([t["labels"] for t in targets])
        boxes = torch.cat([t["boxes"] for t in targets])
        weights = torch.ones(C).index_fill(0, torch.tensor(C - 1), 0.1)
        losses = {
            "kinds": F.cross_entropy(outputs["logits"].transpose(1, 2), labels, weights),
            "boxes": F.l1_loss(outputs["boxes"].flatten(0, 1), boxes, reduction="sum"),
        }
        return sum(losses.values())

    return (
        Detector({"kinds": kinds, "boxes": nn.Linear(IN, 20)}),
        criterion,
        torch.randn(2, IN),
        targets,
    )


# Each form, with the names of its two mistakes; a mistake begins with the check that names it.
FORMS: dict[Callable[[str], Batch], tuple[str, str]] = {
    compute_loss_of_a_trainer: ("double-softmax", "all-ignored"),
    loss_from_the_model: ("double-softmax", "out-of-range"),
    masked_mean: ("last-activation", "target-values"),
    gradient_accumulation: ("last-activation", "out-of-range"),
    whole_step: ("not-log-probabilities", "target-shape"),
    closure_of_an_optimizer: ("last-activation", "target-values"),
    list_of_heads: ("last-activation", "one-output"),
    learned_log_variances: ("not-log-probabilities", "broadcast"),
    mixup: ("double-softmax", "target-dtype"),
    distillation: ("double-softmax", "not-log-probabilities"),
    weights_per_sample: ("broadcast", "broadcast of weights"),
    own_function_in_pieces: ("out-of-range", "target-dtype"),
    grad_and_value: ("double-softmax", "target-shape"),
    compiled_step: ("last-activation", "target-dtype"),
    detection: ("last-activation", "out-of-range"),
}


def checked(form: Callable[[str], Batch], case: str) -> tuple[list, bool]:
    """Check a form; return what is found, and whether the model is as it was."""
    torch.manual_seed(0)
    model, *others = form(case)
    before = [(p.detach().clone(), p.grad) for p in model.parameters()]
    found = checker.check_pairing(model, *others)
    after = zip(model.parameters(), before, strict=True)
    return found, all(torch.equal(p, old) and p.grad is grad for p, (old, grad) in after)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_the_mistakes_of_a_form_are_named(form: Callable, child: Callable) -> None:  # noqa: F811
    found, is_unchanged = child(checked, form, "right")
    assert not found, f"this is right; make the check stricter:{listed(found)}"
    assert is_unchanged, "a check trains nothing"
    for case in FORMS[form]:
        found, _ = child(checked, form, case)
        named = [f.check for f in found]
        assert case.split(" ")[0] in named, f"{case} is not named:{listed(found)}"
