"""One batch shows where a model, its loss and its targets do not fit."""

# Copy this file into your project and call it once, before training:
#
#     for finding in check_pairing(model, criterion, inputs, targets):
#         print(finding)

import warnings
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from math import inf
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.functional import one_hot

__all__ = ["Finding", "check_pairing"]

SITE = ""  # the address of the site makes the links whole


@dataclass(frozen=True)
class Finding:
    """What a check found, and the number that shows it."""

    check: str
    severity: str  # error: cannot run, warning: runs wrong, note: a choice
    what: str
    evidence: float
    fix: str

    @property
    def link(self) -> str:
        return f"{SITE}activations-and-losses/checker/#{self.check}"

    def __str__(self) -> str:
        number = f"{self.check}: {self.evidence:.4g}"
        return (
            f"{self.severity}: {self.what} ({number})"
            f"\n  fix: {self.fix}\n  see: {self.link}"
        )


class Pairing(NamedTuple):
    """What a loss takes."""

    heads: str  # the last activations that suit it, as autograd names them
    target: str  # a key of TARGETS
    elementwise: bool = True  # one target for every output?


# "raw" is no activation. A log-softmax is harmless where only differences
# between outputs count.
PAIRINGS = {
    "BCELoss": Pairing("Sigmoid", "0..1"),
    "BCEWithLogitsLoss": Pairing("raw", "0..1"),
    "CrossEntropyLoss": Pairing("raw LogSoftmax", "indices", False),
    "HingeEmbeddingLoss": Pairing("Softplus Relu Exp", "-1/+1"),
    "HuberLoss": Pairing("raw", "numbers"),
    "KLDivLoss": Pairing("LogSoftmax", "rows"),
    "L1Loss": Pairing("raw", "numbers"),
    "MSELoss": Pairing("raw", "numbers"),
    "MultiLabelMarginLoss": Pairing("raw LogSoftmax", "lists", False),
    "MultiLabelSoftMarginLoss": Pairing("raw", "0..1"),
    "MultiMarginLoss": Pairing("raw LogSoftmax", "indices", False),
    "NLLLoss": Pairing("LogSoftmax", "indices", False),
    "PoissonNLLLoss": Pairing("raw", "counts"),
    "SmoothL1Loss": Pairing("raw", "numbers"),
    "SoftMarginLoss": Pairing("raw", "-1/+1"),
}
TARGETS = {
    "indices": "class indices 0 .. C-1, int64, without the class axis",
    "lists": "class indices in each row, int64, filled up with -1",
    "rows": "probabilities that sum to 1 over the classes, floats",
    "0..1": "0 to 1, floats; one_hot(targets, C).float() for indices",
    "-1/+1": "-1 or +1, floats; 2 * targets - 1 for 0 and 1",
    "counts": "0 or more, floats",
    "numbers": "any numbers, floats",
}
REACH = {  # the smallest and the largest output of a last activation
    "raw": (-inf, inf),
    "unknown": (-inf, inf),
    "Softmax": (0, 1),
    "LogSoftmax": (-inf, 0),
    "Sigmoid": (0, 1),
    "LogSigmoid": (-inf, 0),
    "Tanh": (-1, 1),
    "Relu": (0, inf),
    "Softplus": (0, inf),
    "Exp": (0, inf),
}

# Everything that can be found: how bad, what, and the fix.
CHECKS = {
    "not-a-tensor": "error | The {part} are a {type}, not a tensor."
    " | Pass the tensor: lambda inputs: model(inputs).logits",
    "devices": "error | The {part} are on {place}, where the rest is not."
    " | Move model, inputs and targets to one device.",
    "empty-batch": "error | The {part} have shape {given}: no numbers."
    " | Skip empty batches; look at what filters the data.",
    "not-finite": "error | There is a NaN or an infinity in the {part}."
    " | Clean the data, or find the first step that makes one.",
    "lazy-model": "error | The model has no shapes before its first batch."
    " | Run one batch through it, then check.",
    "model-raises": "error | The model raised {error}"
    " | Give its first layer the shape and dtype that it takes.",
    "target-dtype": "error | {loss} does not take {dtype} targets: {error}"
    " | Targets: {target}.",
    "target-shape": "error | {loss} does not take {given} targets: {error}"
    " | Targets of shape {shape}: {target}.",
    "criterion-raises": "error | {loss} raised {error}"
    " | Give it what its documentation names.",
    "out-of-range": "error | A target is not one of the {classes} classes."
    " | Targets: {target}; ignore_index for a void one.",
    "no-gradient": "error | No gradient flows from the loss to the model."
    " | No detach, no_grad, argmax or rounding in between.",
    "class-axis": "warning | {loss} reads axis {axis} as the classes."
    " | Outputs (N, C, ...), by outputs.movedim(-1, 1) or softmax dim=1.",
    "one-output": "warning | {loss} compares classes; there is one output."
    " | C outputs, or BCEWithLogitsLoss on the one.",
    "double-softmax": "warning | {loss} takes raw outputs, not a softmax's."
    " | Remove the softmax; use it to predict only.",
    "last-activation": "warning | {loss} takes {wants} outputs, not {head}."
    " | End the model with {wants} outputs.",
    "not-log-probabilities": "warning | {loss} takes log-probabilities."
    " | End the model with nn.LogSoftmax(dim=1).",
    "not-probabilities": "warning | {loss} takes a sigmoid's probabilities."
    " | Raw outputs and BCEWithLogitsLoss.",
    "out-of-reach": "warning | Targets lie where {head} outputs cannot."
    " | Remove the last activation, or scale the targets.",
    "broadcast": "warning | Outputs {shape} and targets {given} broadcast."
    " | outputs.squeeze(1), or targets.unsqueeze(1)",
    "target-values": "warning | {loss} does not take these target values."
    " | Targets: {target}.",
    "all-ignored": "warning | Every target is ignored: the mean is 0 / 0."
    " | Skip such batches.",
    "labels-as-numbers": "warning | {loss} on labels gives no probability."
    " | BCEWithLogitsLoss or CrossEntropyLoss; MSELoss for the mean.",
    "unscaled-targets": "warning | The targets are far from the outputs."
    " | Train on (targets - mean) / std.",
    "initial-loss": "warning | To know nothing would cost far less."
    " | Scale the inputs; start with smaller last weights.",
    "saturated": "warning | Most units of a {head} layer are flat."
    " | Scale its inputs; start with smaller weights.",
    "dead-relu": "warning | Most units of a ReLU layer are 0 on all inputs."
    " | Smaller learning rate, biases from 0, or LeakyReLU.",
    "zero-gradient": "warning | The gradient is exactly 0."
    " | See the other findings; look for flat units.",
    "other-objective": "note | {loss} is not usual for these targets."
    " | CrossEntropyLoss or BCEWithLogitsLoss, unless you mean it.",
    "no-parameters": "note | There is nothing to train."
    " | Pass the module whose parameters are trained.",
    "not-checked": "note | This is beyond the checks: {error}"
    " | Nothing; the pairing may be right.",
}

# Nodes of the autograd graph that move numbers and keep their values.
SAME_AXES = {"View", "UnsafeView", "Clone", "ToCopy", "Alias"}
MOVES = SAME_AXES | {"Squeeze", "Unsqueeze", "Transpose", "T", "Permute"}
MOVES |= {"Select", "Slice", "AsStrided", "Expand", "Split", "Unbind"}
LINEAR = {"Addmm", "Mm", "Bmm", "Baddbmm", "Addmv", "Mv", "Linear"}
RAW = LINEAR | {"Convolution", "torch::autograd::AccumulateGrad"}
MANY = 16  # fewer numbers than this are no sample of a unit


def check_pairing(
    model: Callable[[Any], Tensor],
    criterion: Callable[[Tensor, Tensor], Tensor],
    inputs: Any,
    targets: Tensor,
) -> list[Finding]:
    """Run one batch and return what is wrong with it; raise nothing.

    model      a module or a function; model(inputs) is one float tensor
    criterion  a loss; criterion(outputs, targets) is a float tensor, of
               which the mean counts
    inputs     one batch: a tensor (N, ...), or whatever the model takes
    targets    a tensor in the shape and dtype that the criterion takes

    The list is empty if nothing was found, and ends at the first error,
    which is also what an exception becomes. The model keeps its mode,
    parameters, gradients and buffers, and random numbers go on as if
    nothing had run; a plain function has to look after its own state.

    Sources: https://docs.pytorch.org/docs/stable/nn.html#loss-functions
    for what each loss takes, and `Finding.link` for each check.
    """
    found: list[Finding] = []
    with (
        warnings.catch_warnings(action="ignore"),  # findings say it better
        torch.random.fork_rng(),
        torch.inference_mode(False),
        torch.enable_grad(),
    ):
        try:
            for finding in _step(model, criterion, inputs, targets):
                found.append(finding)
                if finding.severity == "error":
                    break
        except Exception as error:
            found.append(_found("not-checked", 0, error=_said(error)))
    return found


def _found(check: str, evidence, severity: str = "", **words) -> Finding:
    usual, what, fix = CHECKS[check].split(" | ")
    what, fix = what.format(**words), fix.format(**words)
    return Finding(check, severity or usual, what, float(evidence), fix)


def _step(model, criterion, inputs, targets) -> Iterator[Finding]:
    """Yield findings in the order of a training step."""
    is_module = isinstance(model, nn.Module)
    parameters = list(model.parameters()) if is_module else []
    trainable = any(p.requires_grad for p in parameters)
    lazy = sum(map(nn.parameter.is_lazy, parameters))
    if lazy:
        yield _found("lazy-model", lazy)
    leaf = None
    if isinstance(inputs, Tensor):
        homes = {p.device for p in parameters} or {inputs.device}
        yield from _usable("inputs", inputs, homes)
        leaf = inputs.detach().clone()
        # With nothing to train, the inputs make a graph that can be read.
        leaf.requires_grad_(leaf.is_floating_point() and not trainable)
    try:
        # A second clone, since no leaf takes a change in place.
        inputs = deepcopy(inputs) if leaf is None else leaf.clone()
        outputs = _call(model, inputs)
    except Exception as error:
        yield _found("model-raises", 1, error=_said(error))
    yield from _usable("outputs", outputs)
    yield from _usable("targets", targets, {outputs.device})
    if not outputs.is_floating_point():
        yield _found("no-gradient", 0)
    targets = targets.detach().clone()

    loss_name = type(criterion).__name__
    if loss_name in PAIRINGS:
        yield from _pair(loss_name, criterion, outputs, targets)
    try:
        loss = _call(criterion, outputs, targets)
    except Exception as error:
        yield _raised(loss_name, outputs, targets, error)
    yield from _usable("loss", loss)
    loss = loss.mean()  # of a criterion with reduction="none"
    if loss_name in PAIRINGS:
        yield from _result(loss_name, criterion, outputs, targets, loss)
    yield from _units(outputs, targets)

    nodes = _nodes(loss.grad_fn)
    leaves = [n.variable for n in nodes if hasattr(n, "variable")]
    leaves = [p for p in leaves if p is not leaf]
    if not leaves:
        yield _found("no-gradient" if trainable else "no-parameters", 0)
        return
    try:
        slopes = torch.autograd.grad(loss, leaves, allow_unused=True)
    except Exception as error:
        yield _raised(loss_name, outputs, targets, error)
    total = sum(float(s.abs().sum()) for s in slopes if s is not None)
    yield from _usable("gradients", torch.tensor(total))
    if total == 0 and loss != 0:
        yield _found("zero-gradient", total)


def _call(function, *args):
    """Call a module with copies of its buffers, such as running means."""
    buffers = {}
    if isinstance(function, nn.Module):
        buffers = {key: b.clone() for key, b in function.named_buffers()}
    if not buffers:
        return function(*args)
    return torch.func.functional_call(function, buffers, args)


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"


def _share(flags: Tensor) -> float:
    return flags.double().mean().item()


def _usable(part: str, tensor, homes=None) -> Iterator[Finding]:
    """Yield an error unless there are numbers to look at."""
    if not isinstance(tensor, Tensor):
        kind = type(tensor).__name__
        yield _found("not-a-tensor", 0, part=part, type=kind)
    if tensor.is_meta or tensor.device not in (homes or {tensor.device}):
        yield _found("devices", 2, part=part, place=tensor.device)
    if tensor.numel() == 0:
        yield _found("empty-batch", 0, part=part, given=tuple(tensor.shape))
    if tensor.layout == torch.strided:
        bad = ~tensor.detach().isfinite()
        if part == "outputs":  # -inf masks a class
            bad &= ~tensor.detach().isneginf()
        if bad.any():
            yield _found("not-finite", bad.sum(), part=part)


def _sum_to_one(values: Tensor, axis: int) -> bool:
    """Tell whether there are probabilities along an axis."""
    if values.ndim == 0:
        return False
    loose = max(1e-3, torch.finfo(values.dtype).eps ** 0.5)  # for float16
    off = (values.sum(axis) - 1).abs().max()
    return bool((values >= 0).all() and off <= loose)


def _kind(node) -> str:
    return node.name().partition("Backward")[0]


def _nodes(node) -> Iterator:
    """Walk the autograd graph from the end to the parameters."""
    seen, waiting = {None}, [node]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting += [before for before, _ in node.next_functions]
            yield node


def _head(outputs: Tensor) -> tuple[str, Any]:
    """Name the last activation, and give its node in the graph."""
    node = outputs.grad_fn
    while node and _kind(node) in MOVES:
        node = node.next_functions[0][0]
    if node and _kind(node) in REACH:
        return _kind(node), node
    if outputs.requires_grad and (node is None or _kind(node) in RAW):
        return "raw", node
    # Some other operation, or no graph: the numbers have to do.
    values = outputs.detach()
    if _sum_to_one(values, 1 if values.ndim > 1 else 0):
        return "Softmax", None
    inside = ((values >= 0) & (values <= 1)).all()
    if node is None and inside and values.numel() >= MANY:
        return "Sigmoid", None
    return "unknown", None


def _classes_last(outputs: Tensor) -> bool:
    """Tell whether the last axis is the features of a linear layer."""
    node = outputs.grad_fn
    while node and _kind(node) in SAME_AXES:
        node = node.next_functions[0][0]
    if not node or _kind(node) not in LINEAR or outputs.ndim < 3:
        return False
    return node._input_metadata[0].shape[-1] == outputs.shape[-1]


def _wanted(loss, outputs, targets) -> tuple[str, tuple[int, ...]]:
    """Return the kind and the shape of the targets that the loss takes."""
    kind, shape = PAIRINGS[loss].target, tuple(outputs.shape)
    if kind != "indices":
        return kind, shape
    floats = targets.is_floating_point() and targets.ndim == outputs.ndim
    if loss == "CrossEntropyLoss" and floats:
        return "rows", shape
    return kind, shape[:1] + shape[2:] if len(shape) > 1 else ()


def _raised(loss, outputs, targets, error) -> Finding:
    """Say what a loss that raised has to be given."""
    words = {"loss": loss, "error": _said(error), "dtype": targets.dtype}
    if loss not in PAIRINGS:
        return _found("criterion-raises", 1, **words)
    kind, shape = _wanted(loss, outputs, targets)
    given = words["given"] = tuple(targets.shape)
    words |= {"shape": shape, "target": TARGETS[kind], "axis": 1}
    integers = kind in ("indices", "lists")
    last = kind == "indices" and given == outputs.shape[:-1]
    if last and given != shape and len(given) > 1:
        return _found("class-axis", outputs.shape[-1], "error", **words)
    if targets.dtype != (torch.int64 if integers else outputs.dtype):
        return _found("target-dtype", targets.dtype.itemsize, **words)
    if given != shape:
        return _found("target-shape", targets.numel(), **words)
    return _found("criterion-raises", 1, **words)


def _pair(loss, criterion, outputs, targets) -> Iterator[Finding]:
    """Hold outputs and targets against the table, before the loss runs."""
    classes_last = _classes_last(outputs)
    head, _ = _head(outputs)
    outputs, values = outputs.detach(), targets.to(outputs.dtype)
    kind, shape = _wanted(loss, outputs, targets)
    if loss == "KLDivLoss" and criterion.log_target:
        values = values.exp()
    axis = 1 if outputs.ndim > 1 else 0
    if PAIRINGS[loss].elementwise:  # then the targets tell the class axis
        axes = range(1, min(values.ndim, outputs.ndim))
        axis = next((a for a in axes if _sum_to_one(values, a)), axis)
    rows = _sum_to_one(values, axis) if axis < values.ndim else False
    classes = outputs.shape[axis] if outputs.ndim else 1
    heads = PAIRINGS[loss].heads.split()
    if loss == "PoissonNLLLoss":
        if not criterion.log_input:
            heads = ["Softplus", "Exp", "Relu", "Sigmoid"]
        elif rows:  # rates that sum to 1 are probabilities
            heads.append("LogSoftmax")
    words = {"loss": loss, "axis": axis, "classes": classes}
    words["head"] = head.replace("Relu", "ReLU")
    words |= {"wants": heads[0], "target": TARGETS[kind]}

    # Are the classes along the axis that the loss reads?
    if kind in ("indices", "rows", "lists") and classes == 1:
        yield _found("one-output", classes, **words)
    elif kind in ("indices", "rows", "lists"):
        shares = outputs.exp() if head == "LogSoftmax" else outputs
        wrong = head.endswith("Softmax") and not _sum_to_one(shares, axis)
        wrong |= classes_last and kind == "indices"
        if loss == "CrossEntropyLoss" and kind == "rows":
            wrong |= axis == 0 or (not rows and _sum_to_one(values, -1))
        if wrong:
            yield _found("class-axis", classes, **words)

    # Does the last activation give what the loss takes?
    low, high = REACH[head]
    beyond = _share((values < low) | (values > high))
    outside = _share((outputs < 0) | (outputs > 1))
    if heads == ["LogSoftmax"]:
        if not _sum_to_one(outputs.exp(), axis):
            total = outputs.exp().sum(axis).mean()
            yield _found("not-log-probabilities", total, **words)
    elif heads == ["Sigmoid"]:
        if outside or head not in ("Sigmoid", "unknown"):
            severity = "error" if outside else ""
            yield _found("not-probabilities", outside, severity, **words)
    elif kind == "numbers":
        if beyond or (head == "Softmax" and not rows):
            yield _found("out-of-reach", beyond, **words)
    elif head == "Softmax":
        yield _found("double-softmax", outputs.sum(axis).mean(), **words)
    elif head not in ("unknown", *heads):
        spread = outputs.max() - outputs.min()
        yield _found("last-activation", spread, **words)

    # Are the targets of the kind that the loss takes?
    ignored = getattr(criterion, "ignore_index", -100)
    bad = torch.zeros_like(values, dtype=torch.bool)
    if kind == "0..1":
        bad = (values < 0) | (values > 1)
    elif kind == "-1/+1":
        bad = values.abs() != 1
    elif kind == "counts":
        bad = values < 0
    elif kind == "rows" and not rows:
        bad = ~bad
    elif kind in ("indices", "lists") and tuple(targets.shape) == shape:
        if targets.is_floating_point():
            return  # the loss will raise
        named = targets.long()
        void = named == (-1 if kind == "lists" else ignored)
        wrong = named[~void & ((named < 0) | (named >= classes))]
        if len(wrong):  # asked here, since a GPU does not survive it
            worst = wrong[wrong.abs().argmax()]
            yield _found("out-of-range", worst, **words)
        elif kind == "lists":
            named = named.reshape(-1, classes)
            before = (named == -1).cumsum(1) == 0
            times = one_hot(named.clamp(0), classes) * before[..., None]
            bad = (times.sum(1) > 1) | ((named >= 0) & ~before)
        elif void.all():
            yield _found("all-ignored", void.sum())
    if bad.any():
        yield _found("target-values", _share(bad), **words)


def _result(loss, criterion, outputs, targets, cost) -> Iterator[Finding]:
    """Look at what the loss made of the pair."""
    kind, _ = _wanted(loss, outputs, targets)
    outputs, values = outputs.detach(), targets.to(outputs.dtype)
    shape, given = tuple(outputs.shape), tuple(targets.shape)
    if PAIRINGS[loss].elementwise and given != shape:
        pairs = torch.broadcast_shapes(given, shape).numel()
        fewer = min(targets.numel(), outputs.numel())
        yield _found("broadcast", pairs / fewer, shape=shape, given=given)
    found = set(values.unique().tolist())
    signs, binary = found == {-1, 1}, found == {0, 1}
    axes = [a for a in range(1, values.ndim) if _sum_to_one(values, a)]
    if kind == "numbers":
        size = max(values.mean().abs(), values.std(correction=0))
        if size > 100 and outputs.abs().mean() < size / 10:
            yield _found("unscaled-targets", size)
        # MSE finds the mean of labels, which is a probability; so does
        # Huber where no error exceeds 1; the median of L1 is a label.
        lost = signs and loss != "MSELoss"
        if lost or (loss == "L1Loss" and (binary or axes)):
            yield _found("labels-as-numbers", values.mean(), loss=loss)
        elif signs or binary:
            yield _found("other-objective", len(found), loss=loss)
    if kind == "0..1" and binary and 1 in axes and values.shape[1] > 1:
        yield _found("other-objective", values.shape[1], loss=loss)
    if loss == "MultiMarginLoss":
        yield _found("other-objective", outputs.shape[-1], loss=loss)
    if kind in ("0..1", "indices") or loss == "SoftMarginLoss":
        blank = torch.zeros_like(outputs)  # a model that knows nothing
        if loss == "NLLLoss":
            blank = blank.log_softmax(1 if blank.ndim > 1 else 0)
        elif loss == "BCELoss":
            blank = blank.sigmoid()
        usual = _call(criterion, blank, targets).mean()
        if cost > 3 * usual > 0:
            yield _found("initial-loss", cost / usual)


def _units(outputs: Tensor, targets: Tensor) -> Iterator[Finding]:
    """Find layers most of whose units are flat on the whole batch."""
    _, last = _head(outputs)
    worst = {"Relu": 0.0, "Sigmoid": 0.0, "Tanh": 0.0}
    for node in _nodes(outputs.grad_fn):
        kind = _kind(node)
        if kind not in worst:
            continue
        try:
            values = node._saved_result
        except RuntimeError:  # freed, or changed in place since
            continue
        low, high = REACH[kind]
        flat = values == 0
        if kind != "Relu":
            flat = (values - low) * (high - values) < 1e-3
        share = 0.0
        if node is last and kind != "Relu":
            # A sure output is what training is for, unless it is wrong.
            if targets.shape == flat.shape and flat.numel() >= MANY:
                misses = (outputs.detach() - targets).abs() > 0.5
                if _share(misses & flat) > 0.1:
                    share = _share(flat)
        elif flat.ndim > 1:
            for axis in {1, flat.ndim - 1}:  # channels, or features
                units = flat.movedim(axis, 0).flatten(1)
                if units.shape[1] >= MANY:
                    share = max(share, _share(units.all(1)))
        worst[kind] = max(worst[kind], share)
    for kind, share in worst.items():
        if share > 0.5:
            check = "dead-relu" if kind == "Relu" else "saturated"
            yield _found(check, share, head=kind)
