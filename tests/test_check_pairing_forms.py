"""Law: check_pairing knows a loss by what it calls, however it is written; each fix mends its case.

The ten forms are held over every pairing of the matrix, and to every right pair.
"""

import copy
import functools
import re
from collections.abc import Callable

import pytest
import test_check_pairing as cases
import torch
from runner.workload import shared_out
from test_check_pairing import FIRING, LOSSES, RIGHT, checker, child, listed, made  # noqa: F401
from torch import nn
from torch.nn import functional

Form = Callable[[nn.Module, nn.Module, torch.Tensor, torch.Tensor], Callable]
FUNCTIONS = {
    pairing.name: getattr(functional, key)
    for key, pairing in checker.PAIRINGS.items()
    if hasattr(nn, pairing.name)
}


def options_of(loss: nn.Module) -> dict:
    """Return what a loss was built with, as its function takes it."""
    names = ("weight", "pos_weight", "ignore_index", "label_smoothing", "reduction")
    names += ("log_target", "log_input")
    return {name: vars(loss)[name] for name in names if vars(loss).get(name) is not None} | {
        name: buffer for name, buffer in loss.named_buffers()
    }


# The forms: of a loss, and of a model and a batch where a form runs the model itself.


def called(loss: nn.Module, *_: object) -> Callable:
    return functools.wraps(loss.forward)(lambda *pair: loss(*pair))


def as_function(loss: nn.Module, *_: object) -> Callable:
    function, options = FUNCTIONS[type(loss).__name__], options_of(loss)
    return lambda outputs, targets: function(outputs, targets, **options)


def as_partial(loss: nn.Module, *_: object) -> Callable:
    return functools.partial(FUNCTIONS[type(loss).__name__], **options_of(loss))


def as_subclass(loss: nn.Module, *_: object) -> Callable:
    own = copy.copy(loss)
    own.__class__ = type("Own", (type(loss),), {})
    return own


def as_method(loss: nn.Module, *_: object) -> Callable:
    class Trainer:
        def cost(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
            return loss(outputs, targets)

    return Trainer().cost


class Scaled(nn.Module):
    def __init__(self, loss: nn.Module) -> None:
        super().__init__()
        self.loss = loss

    def forward(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        return 2 * self.loss(outputs, targets)


def in_a_module(loss: nn.Module, *_: object) -> Callable:
    return Scaled(loss)


def with_penalty(loss: nn.Module, *_: object) -> Callable:
    return lambda outputs, targets: loss(outputs, targets) + 1e-3 * outputs.tanh().mean()


def focal(loss: nn.Module, *_: object) -> Callable:
    function, options = FUNCTIONS[type(loss).__name__], options_of(loss) | {"reduction": "none"}

    def weighed(outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        each = function(outputs, targets, **options)
        return ((1 - torch.exp(-each.clamp(0, 50))) ** 2 * each).mean()

    return weighed


def compiled(loss: nn.Module, *_: object) -> Callable:
    return torch.compile(loss, backend="eager")


def training_step(loss: nn.Module, model: nn.Module, inputs: object, targets: object) -> Callable:
    """As in Lightning: the step runs the model itself."""

    class Lit(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model, self.loss = model, loss

        def forward(self, inputs: object) -> torch.Tensor:
            return self.model(inputs)

        def training_step(self, batch: tuple, batch_idx: int) -> torch.Tensor:
            inputs, targets = batch
            return self.loss(self(inputs), targets)

    lit = Lit()
    return lambda *_: lit.training_step((inputs, targets), 0)


# And some more.


def scripted(loss: nn.Module, *_: object) -> Callable:
    return torch.jit.script(loss)


class Wrapped(torch.autograd.Function):
    """A loss with a backward pass of its own."""

    @staticmethod
    def forward(ctx, outputs: torch.Tensor, targets: torch.Tensor, loss: nn.Module):  # type: ignore[no-untyped-def]
        ctx.save_for_backward(outputs, targets)
        ctx.loss = loss
        return loss(outputs, targets)

    @staticmethod
    def backward(ctx, slope: torch.Tensor):  # type: ignore[no-untyped-def]
        outputs, targets = ctx.saved_tensors
        with torch.enable_grad():
            leaf = outputs.detach().requires_grad_()
            cost = ctx.loss(leaf, targets)
            return torch.autograd.grad(cost, leaf, slope)[0], None, None


def own_backward(loss: nn.Module, *_: object) -> Callable:
    return lambda outputs, targets: Wrapped.apply(outputs, targets, loss)


def of_a_list(loss: nn.Module, *_: object) -> Callable:
    parts = [(0.3, loss), (0.7, loss)]
    return lambda outputs, targets: sum(share * part(outputs, targets) for share, part in parts)


def counted(loss: nn.Module, *_: object) -> Callable:
    """As an object that is no module, behind a decorator."""

    class Counted:
        def __init__(self) -> None:
            self.calls = 0

        @functools.lru_cache(maxsize=None)  # noqa: B019, UP033
        def __call__(self, outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
            self.calls += 1
            return loss(outputs.float(), targets)

    return Counted()


def checkpointed(loss: nn.Module, *_: object) -> Callable:
    def criterion(outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        return torch.utils.checkpoint.checkpoint(loss, outputs, targets, use_reentrant=False)

    return criterion


TEN: dict[str, Form] = {
    "functional": as_function,
    "lambda": called,
    "partial": as_partial,
    "subclass": as_subclass,
    "bound method": as_method,
    "holder": in_a_module,
    "penalty": with_penalty,
    "focal": focal,
    "compile": compiled,
    "training_step": training_step,
}


MORE: dict[str, Form] = {
    "scripted": scripted,
    "own backward": own_backward,
    "list of losses": of_a_list,
    "decorated object": counted,
    "checkpoint": checkpointed,
}
FORMS = TEN | MORE
MISTAKES = """
double-softmax | net(C, Softmax(dim=1)), CrossEntropyLoss(), x(), index()
last-activation | net(C, Sigmoid()), BCEWithLogitsLoss(), x(), bits()
broadcast | net(1), MSELoss(), x(), x(N)
target-values | net(C), BCEWithLogitsLoss(), x(), signs()
""".strip().splitlines()


def in_the_matrix(name: str, loss: str, wanted: str, every: int) -> tuple[int, list[str]]:
    return cases.in_the_matrix(loss, wanted, FORMS[name], every)


def findings(name: str, case: str) -> list:
    model, criterion, inputs, targets = made(case)
    criterion = FORMS[name](criterion, model, inputs, targets)
    return checker.check_pairing(model, criterion, inputs, targets)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("form", shared_out(TEN, 3))
def test_a_mistake_is_named_in_each_form(
    form: str,
    loss: str,
    child: Callable,  # noqa: F811
    weekly: bool,
) -> None:
    every = 1 if weekly else 5
    number, odd = child(in_the_matrix, form, loss, "a warning", every)
    assert number and not odd, f"{len(odd)} of {number} are missed:\n" + "\n".join(odd)
    number, odd = child(in_the_matrix, form, loss, "silence", every)
    assert not odd, f"{len(odd)} of {number} are false alarms:\n" + "\n".join(odd)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("line", MISTAKES)
def test_more_forms_are_seen_through(line: str, form: str, child: Callable) -> None:  # noqa: F811
    check, case = line.split(" | ")
    found = child(findings, form, case)
    assert check in [f.check for f in found], f"this has to give {check}; it gives:{listed(found)}"


OF_A_CLASS = [case for case in RIGHT if re.search(r", \w+Loss\(", case)]


@pytest.mark.parametrize("form", FORMS)
def test_a_right_pair_has_no_finding_in_any_form(form: str, child: Callable) -> None:  # noqa: F811
    found = {case: child(findings, form, case) for case in OF_A_CLASS}
    if form == "scripted":  # seen in the graph alone, so that a note may say that it is not known
        found = {case: [f for f in found[case] if f.check != "general-only"] for case in found}
    odd = [f"\n{case}{listed(found[case])}" for case in OF_A_CLASS if found[case]]
    assert not odd, f"{len(odd)} right pairs are accused:" + "".join(odd)


# Each fix is run on the case that shows it.


def after_the_fix(check: str, case: str) -> tuple[str, list]:
    """Run the code of a fix; return it, and what is found then."""
    names = dict(zip(("model", "criterion", "inputs", "targets"), made(case), strict=True))
    found = checker.check_pairing(*names.values())
    fix = next(f.fix for f in found if f.check == check)
    code, pick = "; ".join(re.findall("`(.+?)`", fix)), None
    if code.startswith("outputs"):
        pick = eval(f"lambda outputs: {code}")
    elif code:
        exec(code, space := {"torch": torch, "nn": nn} | names)
        names = {name: space[name] for name in names}
    return code, checker.check_pairing(*names.values(), outputs=pick)


@pytest.mark.parametrize(("check", "case"), [(c, case) for c, _, case in FIRING])
def test_the_code_of_a_fix_mends_its_case(check: str, case: str, child: Callable) -> None:  # noqa: F811
    code, found = child(after_the_fix, check, case)
    if code:
        left = [f for f in found if f.check == check or f.severity == "error"]
        assert not left, f"after {code}:{listed(left)}"


# Targets that need more than one change: a fix that is shown leads to no other error.
REFUSED = """
net(C), CrossEntropyLoss(), x(), one_hot(index(), C).bool()
net(C), CrossEntropyLoss(), x(), one_hot(index(), C).int()
net(C), CrossEntropyLoss(), x(), one_hot(index(), C).byte()
net(1), BCEWithLogitsLoss(), x(), index(N, classes=2)
Conv2d(3, C, 1), CrossEntropyLoss(), x(2, 3, L, L), index(2, 1, L, L).byte()
net(C, LogSoftmax(1)), NLLLoss(), x(), one_hot(index(), C).float()
net(C), MultiMarginLoss(), x(), one_hot(index(), C).float()
net(C), MSELoss(), x(), index()
net(C), CrossEntropyLoss(), x(), index(N, 1).float()
net(C), CrossEntropyLoss(), x(), index(N, 1).int()
net(C), CrossEntropyLoss(), x(), index().bool()
net(C), CrossEntropyLoss(), x(), bits().bool()
net(1, Sigmoid()), BCELoss(), x(), index(N, classes=2)
net(1), SoftMarginLoss(), x(), index(N, classes=2).byte()
net(C), SoftMarginLoss(), x(), index()
net(C), L1Loss(), x(), index(N).int()
net(C), BCEWithLogitsLoss(), x(), index(N, 1)
net(C), BCEWithLogitsLoss(), x(), index().byte()
net(C), BCEWithLogitsLoss(), x(), bits(C, N).long()
net(2), MSELoss(), x(), bits(2, N).long()
net(C, LogSoftmax(1)), NLLLoss(), x(), one_hot(index(), C).bool()
net(C, LogSoftmax(1)), NLLLoss(), x(), index(N, 1).float()
net(C, LogSoftmax(1)), KLDivLoss(reduction="batchmean"), x(), index()
net(C), MultiMarginLoss(), x(), index(N, 1).float()
net(C), MultiLabelMarginLoss(), x(), bits()
Conv1d(3, C, 1), BCEWithLogitsLoss(), x(2, 3, L), index(2, L)
Conv1d(3, C, 1), CrossEntropyLoss(), x(2, 3, L), one_hot(index(2, L), C).movedim(-1, 1).int()
""".strip().splitlines()


def after_its_error(case: str) -> tuple[str, str, list]:
    *_, error = checker.check_pairing(*made(case))
    return error.check, *after_the_fix(error.check, case)


@pytest.mark.parametrize("case", REFUSED)
def test_the_fix_of_an_error_leads_to_no_other(case: str, child: Callable) -> None:  # noqa: F811
    check, code, found = child(after_its_error, case)
    assert check in ("target-dtype", "target-shape") and code, f"{check} shows no code"
    left = [f for f in found if f.check == check or f.severity == "error"]
    assert not left, f"after {code}:{listed(left)}"


# The code of a fix says where each number goes: none changes places with another.

PLACES = {
    "net(1), BCEWithLogitsLoss(), x(), index(N, classes=2)": "targets[:, None].float()",
    "net(C), BCEWithLogitsLoss(), x(), bits(C, N).long()": "targets.T.float()",
    "net(C), CrossEntropyLoss(), x(), index(N, 1).float()": "targets[:, 0].long()",
    "net(C), CrossEntropyLoss(), x(), one_hot(index(), C).bool()": "targets.long().argmax(1)",
    "net(C), BCEWithLogitsLoss(), x(), index()": "functional.one_hot(targets, 4).float()",
}


def placed(case: str) -> tuple[torch.Tensor, torch.Tensor]:
    *others, targets = made(case)
    *_, error = checker.check_pairing(*others, targets)
    exec(
        "; ".join(re.findall("`(.+?)`", error.fix)),
        space := {"nn": nn, "torch": torch, "targets": targets},
    )
    return space["targets"], eval(PLACES[case], globals() | {"targets": targets})


@pytest.mark.parametrize("case", PLACES)
def test_a_fix_keeps_each_number_in_its_place(case: str, child: Callable) -> None:  # noqa: F811
    made_by_fix, wanted = child(placed, case)
    assert made_by_fix.dtype == wanted.dtype and torch.equal(made_by_fix, wanted)


# Last activations, by the numbers that they give.

BOUNDED = [
    "Hardsigmoid()",
    "Hardtanh()",
    "ReLU6()",
    "GELU()",
    "SiLU()",
    "ELU()",
    "CELU()",
    "SELU()",
    "Mish()",
    "Hardswish()",
    "Sigmoid()",
    "Tanh()",
    "ReLU()",
    "Softplus()",
    "LogSigmoid()",
]
WHOLE = [
    "LeakyReLU()",
    "PReLU()",
    "RReLU()",
    "Tanhshrink()",
    "Softshrink()",
    "Hardshrink()",
    "Identity()",
]
NO_NODE = ["Softsign()", "Threshold(0.1, 0.0)"]  # that the graph names, with its numbers


def after(last: str, traced: bool) -> list[str]:
    model, *others = made(f"net(C, {last}), BCEWithLogitsLoss(), x(), bits()")
    if traced:  # the activation is seen in the graph alone
        model = torch.jit.trace(model, others[1], check_trace=False)
    found = checker.check_pairing(model, *others)
    return [f.check for f in found if f.severity != "note"]


@pytest.mark.parametrize(
    ("last", "traced"),
    [(last, traced) for last in BOUNDED + WHOLE for traced in (False, True)]
    + [(last, False) for last in NO_NODE],
)
def test_an_activation_is_known_by_its_numbers(last: str, traced: bool, child: Callable) -> None:  # noqa: F811
    expected = [] if last in WHOLE else ["last-activation"]
    assert child(after, last, traced) == expected
