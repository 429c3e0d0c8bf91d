"""One batch shows where a model, its loss and its targets do not fit."""

# Copy this file into your project and call it once, before training:
#
#     for finding in check_pairing(model, criterion, inputs, targets):
#         print(finding)

import inspect
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property, partial
from math import inf, prod
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.overrides import TorchFunctionMode

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
    page: str = ""  # of the site, that shows it

    @property
    def link(self) -> str:
        page = self.page
        place = f"quirks/{page}/" if page else f"checker/#{self.check}"
        return f"{SITE}activations-and-losses/{place}"

    def __str__(self) -> str:
        number = f"{self.check}: {self.evidence:.4g}"
        return (
            f"{self.severity}: {self.what} ({number})"
            f"\n  fix: {self.fix}\n  see: {self.link}"
        )


class Pairing(NamedTuple):
    """What a loss takes."""

    name: str  # its class
    wants: str  # "raw", "Sigmoid", "LogSoftmax", "Softplus" or "any"
    target: str = ""  # a key of TARGETS; "" is beyond the checks
    elementwise: bool = False  # one target for every output?


# By the function that computes the loss, since every module calls one.
# Where only differences between outputs count, as in those that take class
# indices, a log-softmax is harmless.
PAIRINGS = {
    "binary_cross_entropy": Pairing("BCELoss", "Sigmoid", "0..1", True),
    "binary_cross_entropy_with_logits": Pairing(
        "BCEWithLogitsLoss", "raw", "0..1", True
    ),
    "cosine_embedding_loss": Pairing("CosineEmbeddingLoss", "raw"),
    "cross_entropy": Pairing("CrossEntropyLoss", "raw", "indices"),
    "ctc_loss": Pairing("CTCLoss", "LogSoftmax"),
    "gaussian_nll_loss": Pairing("GaussianNLLLoss", "raw", "numbers", True),
    "hinge_embedding_loss": Pairing(
        "HingeEmbeddingLoss", "Softplus", "-1/+1", True
    ),
    "huber_loss": Pairing("HuberLoss", "raw", "numbers", True),
    "kl_div": Pairing("KLDivLoss", "LogSoftmax", "rows", True),
    "l1_loss": Pairing("L1Loss", "raw", "numbers", True),
    "margin_ranking_loss": Pairing("MarginRankingLoss", "any"),
    "mse_loss": Pairing("MSELoss", "raw", "numbers", True),
    "multilabel_margin_loss": Pairing(
        "MultiLabelMarginLoss", "raw", "lists"
    ),
    "multilabel_soft_margin_loss": Pairing(
        "MultiLabelSoftMarginLoss", "raw", "0..1", True
    ),
    "multi_margin_loss": Pairing("MultiMarginLoss", "raw", "indices"),
    "nll_loss": Pairing("NLLLoss", "LogSoftmax", "indices"),
    "poisson_nll_loss": Pairing("PoissonNLLLoss", "raw", "counts", True),
    "smooth_l1_loss": Pairing("SmoothL1Loss", "raw", "numbers", True),
    "soft_margin_loss": Pairing("SoftMarginLoss", "raw", "-1/+1", True),
    "triplet_margin_loss": Pairing("TripletMarginLoss", "any"),
    "triplet_margin_with_distance_loss": Pairing(
        "TripletMarginWithDistanceLoss", "any"
    ),
    "variance": Pairing("The variance of GaussianNLLLoss", "Softplus"),
}
NAMES = ["input", "target"]  # of what a function without names is given
OPERATORS = {
    "cross_entropy_loss": "cross_entropy",
    "nll_loss_nd": "nll_loss",
}
# What a loss written by hand does to outputs, if it wants them raw.
BY_HAND = "sigmoid", "log_sigmoid", "softmax", "log_softmax", "logsumexp"
PAIRINGS.update(
    {name: Pairing(f"The {name} in the loss", "raw") for name in BY_HAND}
)
OF_NUMBERS = "mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss"
OF_PAIRS = "cosine_embedding_loss", "margin_ranking_loss"
ONLY_DIFFERENCES = {"cross_entropy", "multi_margin_loss", "softmax"}
ONLY_DIFFERENCES |= {"multilabel_margin_loss", "log_softmax", "logsumexp"}
TARGETS = {
    "indices": "class indices 0 .. C-1, int64, without the class axis",
    "lists": "class indices in each row, int64, filled up with -1",
    "rows": "probabilities that sum to 1 over the classes, floats",
    "0..1": "0 to 1, floats; one_hot(targets, C).float() for indices",
    "-1/+1": "-1 or +1, floats; 2 * targets - 1 for 0 and 1",
    "counts": "0 or more, floats",
    "numbers": "any numbers, floats",
}

# Everything that can be found: how bad, what, the fix, and the page of the
# site that shows it. Code in `` runs: `outputs...` is for the loss to take.
CHECKS = {
    "not-a-tensor": "error | The {part} of type {type}, and {loss} takes a"
    " tensor. | {advice}"
    " | losses_take_tensors_not_lists_arrays_or_tuples",
    "devices": "error | The {part} are on {place}, where the rest is not."
    " | Move model, inputs and targets to one device."
    " | class_weights_stay_behind_when_the_batch_moves_to_cuda",
    "empty-batch": "error | The {part} have shape {given}: no numbers."
    " | Skip empty batches; look at what filters the data."
    " | a_mean_over_an_empty_mask_is_nan",
    "not-finite": "error | There is a NaN or an infinity in the {part}."
    " | Clean the data, or find the first step that makes one."
    " | a_missing_value_in_the_data_makes_the_first_loss_nan",
    "lazy-model": "error | The model has no shapes before its first batch."
    " | Run one batch through it, then check: `model(inputs)` | ",
    "model-raises": "error | The model raised {error} | {advice} | ",
    "target-dtype": "error | {loss} does not take {dtype} targets: {error}"
    " | Targets are {target}{advice}"
    " | class_labels_are_int64_and_floats_are_refused",
    "target-shape": "error | {loss} does not take targets of shape {given}"
    " for outputs of shape {outputs}: {error}"
    " | Targets of shape {shape}{advice}"
    " | output_and_target_of_a_regression_loss_must_broadcast",
    "weight-length": "error | {loss} has {given} numbers as its {option},"
    " and there are {classes} classes. | {advice}"
    " | class_weights_are_one_number_for_each_logit",
    "criterion-raises": "error | The loss raised {error} | {advice} | ",
    "out-of-range": "error | A target is not one of the {classes} classes"
    " 0 .. {last}. | {advice}"
    " | class_labels_from_one_run_past_the_last_logit",
    "no-gradient": "error | No gradient flows from the loss to the model."
    " | No detach, no_grad, argmax or rounding in between."
    " | a_loss_without_grad_fn_was_cut_from_the_weights",
    "swapped": "warning | {loss} was given the targets first, and the"
    " outputs second. | Exchange them: {loss}(outputs, targets)."
    " | swapped_arguments_turn_bce_with_logits_negative",
    "class-axis": "warning | {loss} reads axis {axis} of the outputs as the"
    " classes, and they seem to be elsewhere. | {advice}"
    " | cross_entropy_takes_time_steps_for_classes",
    "one-output": "warning | {loss} compares classes, and the model has one"
    " output only. | {advice}"
    " | cross_entropy_over_one_output_is_always_zero",
    "double-softmax": "warning | {loss} wants raw numbers (logits), and the"
    " outputs have been through a softmax."
    " | Take it out of the model, and use it to predict only."
    " | a_softmax_before_cross_entropy_hides_behind_its_floor",
    "last-activation": "warning | {loss} wants {wants}, and the outputs"
    " have been through {head}. | {advice}"
    " | an_activated_logit_puts_half_the_answers_out_of_reach",
    "not-log-probabilities": "warning | {loss} wants log-probabilities, and"
    " the outputs are none: their exponentials do not sum to 1."
    " | {advice} | nll_loss_on_raw_logits_falls_without_end",
    "not-probabilities": "warning | {loss} wants probabilities that a"
    " sigmoid made, and the outputs are none. | {advice}"
    " | bce_loss_refuses_logits_and_nan_alike",
    "out-of-reach": "warning | Some targets lie where the outputs, which"
    " have been through {head}, cannot go."
    " | Remove the last activation, or scale the targets."
    " | a_last_activation_cuts_a_regression_off_at_its_range",
    "broadcast": "warning | {what} of shape {shape} and {other} of shape"
    " {given} do not match: each meets many. | {advice}"
    " | mse_pairs_every_output_with_a_flat_target",
    "target-values": "warning | {loss} does not take these target values."
    " | Targets are {target}{advice}"
    " | bce_with_logits_lets_a_mask_of_255_pass",
    "all-ignored": "warning | Every target is ignored: the mean is 0 / 0."
    " | Skip such batches."
    " | cross_entropy_is_nan_when_every_label_is_ignored",
    "labels-as-numbers": "warning | {loss} learns no probability from"
    " labels. | {advice} | l1_loss_learns_the_median_of_zeros_and_ones",
    "unscaled-targets": "warning | The targets are far from the outputs."
    " | Scale them: `targets = (targets - targets.mean()) / targets.std()`"
    " | targets_in_the_thousands_keep_the_outputs_near_zero",
    "initial-loss": "warning | The loss is far above that of a model that"
    " knows nothing. | Scale the inputs; start with smaller last weights."
    " | a_few_sure_mistakes_raise_the_loss",
    "saturated": "warning | Most units of a {head} layer are flat."
    " | Scale its inputs; start with smaller weights."
    " | inputs_far_from_zero_saturate_the_first_layer",
    "dead-relu": "warning | Most units of a ReLU layer are 0 on all inputs."
    " | Smaller learning rate, biases from 0, or LeakyReLU."
    " | a_dead_relu_unit_outlives_the_large_learning_rate",
    "zero-gradient": "warning | The gradient is 0, or next to nothing"
    " beside the loss: the model cannot learn from this batch."
    " | See the other findings; look for flat units."
    " | a_sign_or_round_has_a_gradient_of_zero",
    "zero-loss": "warning | The loss is exactly 0, and so is its gradient:"
    " the model learns nothing from this batch."
    " | Look for a mask or a weight of zeros, or a margin that is met."
    " | a_triplet_loss_of_zero_or_of_its_margin_teaches_nothing",
    "flat-output": "note | The outputs have been through {head}, which has"
    " no slope where it is {low:g}: an output that starts there stays."
    " | End the model with nn.Softplus(), or with no activation."
    " | a_last_activation_cuts_a_regression_off_at_its_range",
    "other-objective": "note | {loss} is not usual for these targets."
    " | CrossEntropyLoss or BCEWithLogitsLoss, unless you mean it. | ",
    "no-parameters": "note | There is nothing to train."
    " | Pass the module whose parameters are trained. | ",
    "general-only": "note | No loss that is known here was called, so that"
    " only general checks ran."
    " | Read what your loss takes; nothing said here speaks for it. | ",
    "not-checked": "note | This is beyond the checks: {error}"
    " | Nothing; the pairing may be right. | ",
}

# Pages for one loss, or for one kind of targets.
PAGES = {
    ("double-softmax", "binary_cross_entropy_with_logits"): (
        "an_activated_logit_puts_half_the_answers_out_of_reach"
    ),
    ("last-activation", "binary_cross_entropy_with_logits"): (
        "a_sigmoid_before_bce_with_logits_never_says_no"
    ),
    ("last-activation", "cross_entropy"): (
        "a_sigmoid_before_cross_entropy_leaves_the_loss_on_a_floor"
    ),
    ("last-activation", "hinge_embedding_loss"): (
        "hinge_embedding_loss_takes_distances_not_logits"
    ),
    ("last-activation", "poisson_nll_loss"): (
        "poisson_nll_loss_takes_the_logarithm_of_the_rate"
    ),
    ("not-log-probabilities", "ctc_loss"): (
        "ctc_loss_is_negative_when_given_raw_logits"
    ),
    ("not-log-probabilities", "kl_div"): (
        "kl_div_loss_is_negative_for_what_is_no_distribution"
    ),
    ("last-activation", "cosine_embedding_loss"): "",
    ("last-activation", "variance"): (
        "gaussian_nll_loss_refuses_a_negative_variance"
    ),
    ("target-values", "cosine_embedding_loss"): (
        "plus_minus_one_losses_do_not_read_zero_as_no"
    ),
    ("target-values", "margin_ranking_loss"): (
        "plus_minus_one_losses_do_not_read_zero_as_no"
    ),
    ("target-values", "ctc_loss"): (
        "ctc_never_reads_a_letter_that_shares_the_blank"
    ),
    ("other-objective", "multi_margin_loss"): (
        "multi_margin_loss_trains_scores_not_probabilities"
    ),
    ("swapped", "kl_div"): (
        "kl_div_loss_takes_the_prediction_before_the_target"
    ),
    ("target-dtype", "0..1"): (
        "binary_labels_are_floats_and_int64_is_refused"
    ),
    ("target-shape", "0..1"): "bce_with_logits_refuses_a_flat_target",
    ("target-shape", "indices"): (
        "a_column_of_class_labels_is_read_as_several_targets"
    ),
    ("target-values", "-1/+1"): (
        "plus_minus_one_losses_do_not_read_zero_as_no"
    ),
    ("target-values", "counts"): (
        "losses_for_labels_fall_without_end_on_real_targets"
    ),
    ("target-values", "kl_div"): (
        "kl_div_loss_reads_its_target_as_log_target_says"
    ),
    ("target-values", "lists"): (
        "multilabel_margin_loss_reads_multi_hot_as_indices"
    ),
    ("target-values", "rows"): (
        "soft_labels_that_do_not_sum_to_one_rescale_the_loss"
    ),
}

# Nodes of the autograd graph that move numbers and keep their values, or
# some of them.
MOVES = {"view", "unsafeview", "reshapealias", "clone", "tocopy", "alias"}
MOVES |= {"squeeze", "unsqueeze", "transpose", "t", "permute", "asstrided"}
MOVES |= {"expand", "slice", "split", "unbind"}
PARTS = {"select", "index", "indexselect", "maskedselect", "gather"}
WEIGHTS = {"addmm", "mm", "bmm", "baddbmm", "addmv", "mv", "linear"}
WEIGHTS |= {"convolution", "accumulategrad"}
# Nodes that change each number alone, where the rest of what they take are
# constants: an activation before them is still felt, in another range.
CHANGES = {"add", "sub", "rsub", "mul", "div", "neg", "maskedfill", "where"}
CHANGES |= {"clamp", "clampmin", "clampmax", "maximum", "minimum"}
CHANGES |= {"nativedropout", "dropout"}
ACTIVATIONS = {name.lower(): name for name in nn.modules.activation.__all__}
ACTIVATIONS["exp"] = "exp"  # makes rates, which are never below 0
ARITHMETIC = {"sub", "add", "mul", "div", "true_divide", "rsub", "__rsub__"}
MANY = 16  # fewer numbers than this are no sample of a unit
NEXT_TO_NOTHING = 1e-12
FAR = 1e8  # stands for infinity where it is multiplied by 0
WIDE = 2.0  # logits that reach so far to both sides can say yes and no


def check_pairing(
    model: Callable[..., Any],
    criterion: Callable[[Any, Any], Tensor],
    inputs: Any,
    targets: Any,
    outputs: Callable[[Any], Any] | None = None,
) -> list[Finding]:
    """Run one batch and return what is wrong with it; raise nothing.

    model      a module or a function, called as model(inputs); a dict of
               its arguments as model(**inputs), a tuple as model(*inputs)
    criterion  what computes the loss, called as criterion(outputs,
               targets): a module, a function, or a step of your own that
               looks at neither; the losses of PyTorch that it calls, in
               whatever way, are known, and backward does nothing in it
    inputs     one batch
    targets    what belongs to it
    outputs    what the criterion takes of the model's result, if not all
               of it, such as lambda result: result["logits"]

    The list is empty if nothing was found, and ends at the first error,
    which is also what an exception becomes. The model keeps its mode,
    parameters, gradients and buffers, and random numbers go on as if
    nothing had run.

    Sources: https://docs.pytorch.org/docs/stable/nn.html#loss-functions
    for what each loss takes, and `Finding.link` for each check.
    """
    run = _Run(model, criterion, inputs, targets, outputs)
    return [*_checked(run).values()]


def _checked(run: "_Run") -> dict[str, Finding]:
    """Return what is found, up to the first error, and leave no trace."""
    found: dict[str, Finding] = {}
    with (
        warnings.catch_warnings(),
        torch.random.fork_rng(),
        torch.inference_mode(False),
        torch.enable_grad(),
        _uncompiled(),
        _borrowed(run.model, run.criterion, run.pick),
    ):
        warnings.simplefilter("ignore")  # findings say it better
        try:
            for finding in _step(run):
                if finding.severity == "error":  # which ends the list
                    found.pop(finding.check, None)
                    found[finding.check] = finding
                    break
                found.setdefault(finding.check, finding)
        except Exception as error:
            odd = _found("not-checked", 0, error=_said(error))
            found.setdefault(odd.check, odd)
    return found


def _found(
    check: str, evidence, severity="", call=None, **words
) -> Finding:
    usual, what, fix, page = CHECKS[check].split(" | ")
    if call:
        words["loss"] = call.name
        page = PAGES.get((check, call.kind), page)
        page = PAGES.get((check, call.key), page)
    what, fix = what.format(**words), fix.format(**words)
    return Finding(
        check, severity or usual, what, float(evidence), fix, page
    )


# How a batch is run.


class Head(NamedTuple):
    """The last activation before a loss, and the numbers that it gives."""

    name: str  # its class, "raw", or "unknown"
    low: float = -inf
    high: float = inf
    node: Any = None  # in autograd's graph
    more: bool = False  # are its numbers changed, or some of them gone?
    flat: bool = False  # has it no slope where it is lowest?

    @property
    def words(self) -> str:
        return "a softmax" if self.name == "Softmax" else self.name


class Made(NamedTuple):
    """What made a node of autograd's graph."""

    kind: str  # the name of a function, without its underscores
    again: Callable[[Tensor], Tensor]  # the same, of other numbers
    in_loss: bool  # or in the model
    shape: tuple[int, ...]


class _Wrong(Exception):
    """Stops a loss before it reads beyond its classes."""


class _Watch(TorchFunctionMode):
    """Note the losses and activations that are called, by whomever."""

    def __init__(self) -> None:
        super().__init__()
        self.made: dict[Any, Made] = {}  # by node of the graph
        self.calls: list[_Call] = []
        self.in_loss = False  # or in the model
        self.backed: list[Tensor] = []  # what backward was called on
        self.apart = False  # did torch.func.grad keep a graph to itself?
        self.spread: tuple = ()  # shapes that broadcast by accident

    def __torch_function__(self, function, types, args=(), kwargs=None):
        kwargs = kwargs or {}
        name = getattr(function, "__name__", "").partition(".")[0]
        name = OPERATORS.get(name, name).rstrip("_")
        call = None
        if name == "backward":  # would leave gradients, and free the graph
            self.backed.append(args[0])
            return None
        if name in PAIRINGS and (self.in_loss or name not in BY_HAND):
            call = self._begin(name, function, args, kwargs)
        learns = [getattr(a, "requires_grad", False) for a in args]
        place = learns.index(True) if True in learns else 0
        result = function(*args, **kwargs)
        if call:
            call.result = self._whole({"": result})[""]
        node = getattr(result, "grad_fn", None)
        if node is not None:

            def again(numbers: Tensor) -> Tensor:
                changed = *args[:place], numbers, *args[place + 1 :]
                return function(*changed, **kwargs)

            how = again, self.in_loss, tuple(result.shape)
            kind = name.replace("_", "")
            self.made.setdefault(node, Made(kind, *how))
        if self.in_loss and name in ARITHMETIC:
            self._compare(
                [a for a in args if isinstance(a, Tensor)], result
            )
        return result

    def _begin(self, name, function, args, kwargs) -> "_Call | None":
        try:
            bound = inspect.signature(function).bind(*args, **kwargs)
            bound.apply_defaults()
            options = dict(bound.arguments)
            if (
                "args" in options
            ):  # of an operator, as torch.export has them
                raise TypeError
        except (TypeError, ValueError):  # a builtin has no signature
            schema = getattr(function, "_schema", None)
            names = (
                [given.name for given in schema.arguments]
                if schema
                else NAMES
            )
            options = dict(zip(names, args, strict=False)) | kwargs
            function = None  # it takes what it is given by position
        options = self._whole(options, PAIRINGS[name].elementwise)
        outputs, targets = next(iter(options.values()), None), None
        if name not in BY_HAND:
            targets = options.get("target", options.get("targets"))
        if not isinstance(outputs, Tensor):
            return None
        call = _Call(name, function, options, outputs, targets, self)
        self.calls.append(call)
        if isinstance(variance := options.get("var"), Tensor):
            seen = variance, None, self, variance
            self.calls.append(_Call("variance", None, options, *seen))
        wrong: list[Finding] = []
        with suppress(RuntimeError):  # there are no numbers while tracing
            wrong += _out_of_range(call)
        if wrong:
            raise _Wrong  # a GPU does not survive it
        return call

    def _whole(self, options: dict, side_by_side=False) -> dict[str, Any]:
        """Undo torch.func: put samples that vmap takes apart together."""
        inside = torch._C._functorch
        width = 0
        if side_by_side:  # a sample has axes of 1 where it broadcasts
            tensors = [t for t in options.values() if isinstance(t, Tensor)]
            width = max([t.ndim for t in tensors], default=0)
        for key, tensor in options.items():
            ones = (1,) * max(width - getattr(tensor, "ndim", width), 0)
            taken = 0  # axes, by vmap
            while isinstance(
                tensor, Tensor
            ) and inside.is_functorch_wrapped_tensor(tensor):
                axis = inside.maybe_get_bdim(tensor)
                tensor = inside.get_unwrapped(tensor)
                self.apart |= axis < 0
                if axis >= 0:
                    tensor, taken = tensor.movedim(axis, 0), taken + 1
            if taken:
                tensor = tensor.flatten(0, taken - 1)
                shape = tensor.shape[:1] + ones + tensor.shape[1:]
                tensor = tensor.reshape(shape)
            options[key] = tensor
        return options

    def _compare(self, pair, result) -> None:
        """Keep two shapes that differ by axes of 1 and make a table."""
        if len(pair) < 2 or pair[0].requires_grad == pair[1].requires_grad:
            return
        first, second = (tuple(t.shape) for t in pair)
        same = [n for n in first if n > 1] == [n for n in second if n > 1]
        if same and result.numel() > prod(first):
            shapes = (first, second)
            self.spread = shapes[:: 1 if pair[0].requires_grad else -1]

    def kind(self, node) -> str:
        """Name what made a node: an activation, or as autograd does."""
        if node is None:
            return ""
        made = self.made.get(node)
        if made and (made.kind in ACTIVATIONS or made.kind == "linear"):
            return made.kind
        name = node.name().rpartition("::")[2]
        return name.partition("Backward")[0].lower()


@dataclass(eq=False)
class _Call:
    """A loss that was called, and what it was called with."""

    key: str  # of PAIRINGS
    function: Callable | None  # None: seen in the graph, or an operator
    options: dict[str, Any]
    outputs: Tensor
    targets: Any
    watch: _Watch
    result: Any = None
    name: str = ""

    @cached_property
    def head(self) -> Head:
        return _head(self.outputs, self.watch)

    @property
    def wants(self) -> str:
        to_rates = self.options.get("log_input") is False
        return "Softplus" if to_rates else PAIRINGS[self.key].wants

    @cached_property
    def kind(self) -> str:
        """The kind of targets that the loss takes, by these."""
        kind, targets = PAIRINGS[self.key].target, self.targets
        if not isinstance(targets, Tensor):
            return ""
        floats = targets.is_floating_point()
        if self.key == "cross_entropy" and floats:
            rows = targets.ndim == self.outputs.ndim and not self.column
            return "rows" if rows else kind
        return kind

    @property
    def column(self) -> bool:
        """Are the targets class indices with an axis of 1 for classes?"""
        given, shape = self.targets.shape, self.outputs.shape
        if len(shape) < 2 or shape[1] == 1:
            return False
        whole = given == (*shape[:1], 1, *shape[2:])
        return whole and bool((self.values % 1 == 0).all())

    @cached_property
    def shape(self) -> tuple[int, ...]:
        """The shape of targets that the loss takes."""
        shape = tuple(self.outputs.shape)
        if self.kind != "indices":
            return shape
        return shape[:1] + shape[2:] if len(shape) > 1 else ()

    @cached_property
    def values(self) -> Tensor:
        """The targets as numbers beside the outputs."""
        values = self.targets.detach().to(self.outputs.dtype)
        return values.exp() if self.options.get("log_target") else values

    @cached_property
    def axis(self) -> int:
        """The axis of the classes."""
        outputs = self.outputs
        if self.key == "ctc_loss":
            return outputs.ndim - 1
        if self.kind and PAIRINGS[self.key].elementwise:
            # Then the targets tell it.
            for axis in range(1, min(self.values.ndim, outputs.ndim)):
                if _sum_to_one(self.values, axis):
                    return axis
        return 1 if outputs.ndim > 1 else 0

    @property
    def rows(self) -> bool:
        """Are the targets probabilities along the axis of the classes?"""
        inside = bool(self.kind) and self.axis < self.values.ndim
        return inside and _sum_to_one(self.values, self.axis)

    @property
    def classes(self) -> int:
        return self.outputs.shape[self.axis] if self.outputs.ndim else 1

    @property
    def counts(self) -> bool:
        """Does it train something, and is it the author's own doing?"""
        if self.key in BY_HAND and self.head.node is not None:
            # What a loss composes of activations is its own business.
            made = self.watch.made.get(self.head.node)
            return made is not None and not made.in_loss
        trains = [self.outputs, self.targets]
        return any(getattr(t, "requires_grad", False) for t in trains)


@dataclass
class _Run:
    """What was handed in, and what came of it."""

    model: Any
    criterion: Any
    inputs: Any
    targets: Any
    pick: Any
    outputs: Any = None
    loss: Any = None

    def __post_init__(self) -> None:
        self.watch = _Watch()
        is_module = isinstance(self.model, nn.Module)
        self.parameters = list(self.model.parameters()) if is_module else []
        self.trains = any(p.requires_grad for p in self.parameters)
        self.leaf = None  # with nothing to train, a graph of the inputs

    def forward(self) -> None:
        """Call the model with a copy of the batch."""
        inputs = _copied(self.inputs)
        if isinstance(inputs, Tensor):
            floats = inputs.is_floating_point()
            self.leaf = inputs.requires_grad_(floats and not self.trains)
            inputs = inputs.clone()  # no leaf takes a change in place
        with self.watch:
            self.outputs = _called(self.model, inputs)
        if self.pick:
            self.outputs = self.pick(self.outputs)

    def criticise(self) -> None:
        """Call the loss with a copy of the targets."""
        self.targets = _copied(self.targets)
        self.watch.in_loss = True
        with self.watch:
            self.loss = self.criterion(self.outputs, self.targets)
        if backed := self.watch.backed:  # by the step itself
            self.loss = torch.stack([loss.sum() for loss in backed]).sum()

    @cached_property
    def calls(self) -> list[_Call]:
        """Return the calls that count, with the names to speak of them."""
        calls = [c for c in self.watch.calls if c.counts]
        if not calls:  # nothing trains, or it is TorchScript
            known = [c for c in self.watch.calls if c.key not in BY_HAND]
            calls = known or [*_in_graph(self)]
        for call in calls:
            name = PAIRINGS[call.key].name
            kind = getattr(nn, name, object)
            call.name = (
                name if isinstance(self.criterion, kind) else call.key
            )
        return calls

    def ends(self) -> list[Tensor]:
        """Return the tensors of the outputs."""
        return [t for t in _tensors(self.outputs) if t.is_floating_point()]


def _in_graph(run: _Run) -> Iterator[_Call]:
    """Read losses off the graph, where their calls cannot be seen."""
    ends = {end.grad_fn: end for end in run.ends()}
    keys = {key.replace("_", ""): key for key in PAIRINGS}
    for node in _nodes(getattr(run.loss, "grad_fn", None)):
        key = keys.get(run.watch.kind(node).replace("2d", ""))
        targets = getattr(node, "_saved_target", None)
        void = getattr(node, "_saved_ignore_index", None)
        if key is None or (targets is None and key not in BY_HAND):
            continue
        node = _before(node, ends, run.watch)
        inner = node not in ends and run.watch.kind(node) == "logsoftmax"
        if key == "nll_loss" and inner:
            key, node = "cross_entropy", _before(node, ends, run.watch)
        if node in ends:
            options = {"input": ends[node], "ignore_index": void}
            seen = ends[node], targets, run.watch
            yield _Call(key, None, options, *seen, run.loss)


def _before(node, ends, watch: _Watch):
    """Return what a node was given, as it was before it was moved."""
    node = node.next_functions[0][0]
    while node not in ends and watch.kind(node) in MOVES:
        node = node.next_functions[0][0]
    return node


def _called(model, inputs):
    """Call a model with a batch as a whole, or as its arguments."""
    whole = not isinstance(inputs, (Mapping, tuple))
    if whole or hasattr(inputs, "_fields"):
        return model(inputs)
    function = getattr(model, "_orig_mod", model)  # what was compiled
    try:
        taken = inspect.signature(getattr(function, "forward", function))
        if isinstance(inputs, Mapping):
            taken.bind(**inputs)
        elif len(taken.parameters) > 1:
            taken.bind(*inputs)
        else:
            return model(inputs)
    except (TypeError, ValueError):
        return model(inputs)
    if isinstance(inputs, Mapping):
        return model(**inputs)
    return model(*inputs)


def _copied(batch):
    if isinstance(batch, Tensor):
        return batch.detach().clone()
    try:
        return deepcopy(batch)
    except Exception:  # such as a tensor in it that has a graph
        return batch


def _tensors(batch, depth: int = 3) -> Iterator[Tensor]:
    """Yield the tensors of dicts, lists and objects."""
    if isinstance(batch, Tensor):
        yield batch
    elif depth and isinstance(batch, Mapping):
        for part in batch.values():
            yield from _tensors(part, depth - 1)
    elif depth and isinstance(batch, (list, tuple)):
        for part in batch:
            yield from _tensors(part, depth - 1)
    elif depth and hasattr(batch, "__dict__"):
        yield from _tensors(vars(batch), depth - 1)


def _uncompiled():
    """Run what torch.compile made as it was written."""
    compiler = getattr(torch, "compiler", None)
    stance = getattr(compiler, "set_stance", None)  # from PyTorch 2.6 on
    if stance is None or "torch._dynamo" not in sys.modules:
        return nullcontext()  # nothing is compiled; the import takes long
    return stance("force_eager")


@contextmanager
def _borrowed(*things) -> Iterator[None]:
    """Lend modules copies of their buffers, and take back what they do."""
    kept, slopes = [], []
    for module in {id(m): m for t in things for m in _modules(t)}.values():
        for weights in module.parameters(recurse=False):
            slopes.append((weights, weights.grad))
            weights.grad = None  # an optimizer in the loss has no work then
        if not isinstance(module, torch.jit.ScriptModule):
            kept.append((module, vars(module).copy()))
            buffers = vars(module)["_buffers"].copy()
            for name, buffer in buffers.items():
                if buffer is not None:
                    buffers[name] = buffer.detach().clone()
            vars(module)["_buffers"] = buffers
    try:
        yield
    finally:
        for module, state in kept:
            vars(module).clear()
            vars(module).update(state)
        for weights, slope in slopes:
            weights.grad = slope


def _modules(thing, depth: int = 3) -> Iterator[nn.Module]:
    """Yield the modules that a module, a function or a method can reach."""
    if isinstance(thing, nn.Module):
        yield from thing.modules()
    if isinstance(thing, nn.Module) or not depth:
        return
    parts: list = []
    if isinstance(thing, partial):
        parts = [thing.func, *thing.args, *thing.keywords.values()]
    elif inspect.ismethod(thing):
        owner = thing.__self__
        parts = [owner, *getattr(owner, "__dict__", {}).values()]
    elif inspect.isfunction(thing):
        with suppress(ValueError):  # a variable that has no value yet
            names = inspect.getclosurevars(thing)
            parts = [*names.nonlocals.values(), *names.globals.values()]
    for part in parts:
        if callable(part) and not isinstance(part, type):
            yield from _modules(part, depth - 1)


def _step(run: _Run) -> Iterator[Finding]:
    """Yield findings in the order of a training step."""
    yield from _ready(run)
    failure = None
    try:
        run.forward()
    except Exception as error:
        if all(call.result is not None for call in run.watch.calls):
            yield from _model_raised(run, error)
        failure = error  # of a loss in the model
    if not failure:
        yield from _put_out(run)
        try:
            run.criticise()
        except Exception as error:
            failure = error
    calls = run.calls
    for call in calls:
        for check in CHECKS_OF_A_CALL:
            yield from check(call)
    if failure:
        yield from _loss_raised(run, failure)
    yield from _is_a_loss(run)
    for call in calls:
        for check in CHECKS_OF_A_RESULT:
            yield from check(call, run)
    if run.watch.spread:
        yield from _spread(*run.watch.spread, *_names(run))
    if all(call.key in BY_HAND for call in calls):
        yield _found("general-only", 0)
    yield from _units(run)
    yield from _gradient(run)


# What the numbers and the graph say.


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"


def _share(flags: Tensor) -> float:
    return flags.double().mean().item()


def _sum_to_one(values: Tensor, axis: int) -> bool:
    """Tell whether there are probabilities along an axis."""
    if values.ndim == 0:
        return False
    loose = max(0.03, torch.finfo(values.dtype).eps ** 0.5)  # for bfloat16
    off = (values.sum(axis) - 1).abs().max()
    return bool((values >= 0).all() and off <= loose)


def _nodes(node) -> Iterator:
    """Walk the autograd graph from the end to the parameters."""
    seen, waiting = {None}, [node]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting += [before for before, _ in node.next_functions]
            yield node


def _below(node, kinds: set[str], watch: _Watch) -> tuple[list, Any]:
    """Go down the graph through such nodes; return them, and the next."""
    passed = []
    while watch.kind(node) in kinds:
        before = [n for n, _ in node.next_functions if n is not None]
        if len(before) != 1:
            break
        passed.append(node)
        node = before[0]
    return passed, node


def _reach(function) -> tuple[float, float, bool]:
    """Return the ends of an activation, and if it is flat at the lower."""
    ends = torch.tensor([-FAR, FAR])
    probe = torch.cat([ends, torch.linspace(-10, 10, 2001)]).double()
    reach = _ends(function, probe)
    flat = _ends(function, probe[2:102])  # from -10 to -9
    return *reach, flat == (reach[0], reach[0])


def _ends(function, numbers: Tensor) -> tuple[float, float]:
    try:
        made = function(numbers)
        made = made[made.isfinite()]  # -inf masks a class
        low, high = made.min().item(), made.max().item()
    except Exception:  # weights for each channel, or half of the channels
        return -inf, inf
    return (low if low > -100 else -inf), (high if high < 100 else inf)


def _changed(
    reach: tuple[float, float], made: Made | None, like: Tensor
) -> tuple[float, float]:
    """Return what numbers within reach become by an operation."""
    if made is None:  # in TorchScript
        return -inf, inf
    low, high = max(reach[0], -FAR), min(reach[1], FAR)
    ends = like.new_tensor([low, high], dtype=torch.double)
    table = torch.stack([end.expand(made.shape) for end in ends])
    return _ends(made.again, table)


def _head(outputs: Tensor, watch: _Watch) -> Head:
    """Find the last activation in the graph, or in the numbers."""
    through = MOVES | PARTS | CHANGES
    passed, node = _below(outputs.grad_fn, through, watch)
    changes = [n for n in passed if watch.kind(n) in CHANGES]
    values, kind = outputs.detach(), watch.kind(node)
    sums = any(_sum_to_one(values, a) for a in range(1, values.ndim))
    parts = any(watch.kind(n) in PARTS for n in passed)
    more = bool(changes or parts) and not sums
    name, reach, flat = ACTIVATIONS.get(kind, ""), (-inf, inf), False
    if kind in ("softmax", "softmin", "softmax2d"):
        name, reach = "Softmax", (0.0, 1.0)
    elif kind == "logsoftmax":
        reach = -inf, 0.0
    elif name:
        made = watch.made.get(node)
        named = getattr(F, kind, getattr(torch, kind, None))
        again = made.again if made and made.kind == kind else named
        low, high, flat = _reach(again)
        reach = low, high
    for change in reversed(changes):
        whole = reach == (-inf, inf)
        reach = _changed(reach, watch.made.get(change), values)
        if whole and reach != (-inf, inf):
            name = watch.kind(change)
            flat = "clamp" in name  # it cuts off
    if name in ("Softmax", "LogSoftmax") or reach != (-inf, inf):
        return Head(name, *reach, node, more, flat)
    plain = node is None or kind in WEIGHTS or kind in ACTIVATIONS
    if plain and outputs.requires_grad and not changes:
        return Head("raw", node=node)
    # Some other operation, or no graph: the numbers have to do.
    if sums or (values.ndim == 1 and _sum_to_one(values, 0)):
        return Head("Softmax", 0, 1)
    inside = ((values >= 0) & (values <= 1)).all()
    if node is None and inside and values.numel() >= MANY:
        return Head("Sigmoid", 0, 1)
    flat = _share(values == 0) if values.numel() >= MANY else 0.0
    if (values >= 0).all() and 0.1 < flat < 1:
        return Head("ReLU", 0, inf, more=more, flat=True)
    return Head("unknown", more=more)


def _classes_last(call: _Call) -> bool:
    """Tell whether the last axis is the features of a linear layer."""
    if call.targets.shape != call.outputs.shape[:-1]:
        return False  # the shapes leave one reading only
    through = (MOVES | CHANGES) - {"transpose", "permute", "t"}
    made = call.watch.made.get(
        _below(call.outputs.grad_fn, through, call.watch)[1]
    )
    if made is None or made.kind != "linear" or call.outputs.ndim < 3:
        return False
    return made.shape[-1] == call.outputs.shape[-1]


# Whether a step can be made at all.


def _ready(run: _Run) -> Iterator[Finding]:
    lazy = sum(map(nn.parameter.is_lazy, run.parameters))
    if lazy:
        yield _found("lazy-model", lazy)
    parts = {"model's weights": run.parameters}
    parts |= {
        "inputs": _tensors(run.inputs),
        "targets": _tensors(run.targets),
    }
    for part, tensors in parts.items():
        if any(tensor.is_meta for tensor in tensors):
            yield _found("devices", 2, part=part, place="meta")
    yield from _empty("inputs", run.inputs)
    yield from _empty("targets", run.targets)


def _empty(part: str, batch) -> Iterator[Finding]:
    if isinstance(batch, Tensor) and batch.numel() == 0:
        yield _found("empty-batch", 0, part=part, given=tuple(batch.shape))


def _put_out(run: _Run) -> Iterator[Finding]:
    """Look at the outputs alone."""
    yield from _empty("outputs", run.outputs)
    if not isinstance(run.outputs, Tensor):
        return
    if run.outputs.is_complex():
        raise TypeError("the outputs are complex numbers")
    if not run.outputs.is_floating_point():
        yield _found("no-gradient", 0)


def _not_finite(run: _Run) -> Iterator[Finding]:
    """Find where the first NaN is, once it is known to do harm."""
    for part in ("inputs", "outputs", "targets", "loss"):
        count = 0
        for tensor in _tensors(getattr(run, part)):
            if tensor.layout == torch.strided:
                bad = ~tensor.detach().isfinite()
                if part == "outputs":  # -inf masks a class
                    bad &= ~tensor.detach().isneginf()
                count += int(bad.sum())
        if count:
            yield _found("not-finite", count, part=part)


def _apart(run: _Run) -> Iterator[Finding]:
    """Find what is on another device, once something was raised."""
    criterion = run.criterion
    own = criterion.state_dict() if isinstance(criterion, nn.Module) else {}
    home = next((t.device for t in run.parameters), None)
    parts = {"inputs": run.inputs, "outputs": run.outputs}
    parts |= {"targets": run.targets, "weights of the loss": own}
    for part, batch in parts.items():
        for tensor in _tensors(batch):
            home = home or tensor.device
            if tensor.device != home:
                yield _found("devices", 2, part=part, place=tensor.device)


def _model_raised(run: _Run, error: Exception) -> Iterator[Finding]:
    """Say which layer raised, or which line."""
    yield from _apart(run)
    names = {}
    if isinstance(run.model, nn.Module):
        names = {id(m): name for name, m in run.model.named_modules()}
    layer, line = None, ""
    for frame, number in traceback.walk_tb(error.__traceback__):
        owner, file = frame.f_locals.get("self"), frame.f_code.co_filename
        if id(owner) in names:
            layer = owner
        own = file == _model_raised.__code__.co_filename
        if not own and not file.startswith(torch.__path__[0]):
            line = f"line {number} of {file}"
    advice = "Run model(inputs) by itself: its traceback names the line."
    if layer is not None and type(layer).__module__.startswith("torch."):
        name = names[id(layer)]
        place = f"layer {name!r}" if name else "the model"
        kind = str(layer).splitlines()[0]
        advice = (
            f"Look at the shape and dtype of what enters {place}: {kind}"
        )
    elif line:
        advice = f"Look at {line}, where it was raised."
    yield _found("model-raises", 1, error=_said(error), advice=advice)


def _loss_raised(run: _Run, error: Exception) -> Iterator[Finding]:
    """Say what a loss that raised has to be given."""
    yield from _apart(run)
    yield from _not_finite(run)
    unfinished = [c for c in run.watch.calls if c.result is None]
    if unfinished:
        yield from _refused(unfinished[-1], error)
    advice = f"Call it with outputs like these by itself: {_kinds(run)}."
    yield from _no_tensor(run)
    yield _found("criterion-raises", 1, error=_said(error), advice=advice)


def _kinds(run: _Run) -> str:
    """Say what the loss was given."""
    given = []
    for part in (run.outputs, run.targets):
        shape = getattr(part, "shape", None)
        kind = type(part).__name__
        given.append(kind if shape is None else f"{kind} {tuple(shape)}")
    return " and ".join(given)


def _no_tensor(run: _Run) -> Iterator[Finding]:
    """Name the tensor in a result, or the way to make one of targets."""
    words = {"loss": "the loss", "part": "outputs are"}
    outputs, targets = run.outputs, run.targets
    if not isinstance(outputs, Tensor):
        words |= {"type": type(outputs).__name__}
        words["advice"] = "Pass the tensor in them."
        fields = [*getattr(outputs, "__dict__", ())]
        if isinstance(outputs, Mapping) and outputs:
            words["advice"] = (
                f"Pass one: `outputs[{next(iter(outputs))!r}]`"
            )
        elif isinstance(outputs, (tuple, list)):
            words["advice"] = "Pass the first: `outputs[0]`"
        elif fields:
            words["advice"] = f"Pass one: `outputs.{fields[0]}`"
        yield _found("not-a-tensor", 0, **words)
    if not isinstance(targets, Tensor):
        words |= {"part": "targets are", "type": type(targets).__name__}
        words["advice"] = "Pass the labels of the batch."
        if isinstance(targets, list):
            words["advice"] = "Make one: `targets = torch.tensor(targets)`"
        yield _found("not-a-tensor", 0, **words)


def _refused(call: _Call, error: Exception) -> Iterator[Finding]:
    """Say why a loss of PyTorch raised."""
    targets, outputs = call.targets, call.outputs
    call.name = call.name or call.key
    if not isinstance(targets, Tensor) or not call.kind:
        return
    yield from _weights(call)
    given, shape = tuple(targets.shape), call.shape
    last = call.kind == "indices" and given == outputs.shape[:-1]
    if last and given != shape and len(given) > 1:
        yield _class_axis_is(call, "error")
    if given == shape or "type" in str(error):
        yield from _dtype(call, error)
    if given != shape:
        words = {"error": _said(error), "given": given, "shape": shape}
        if targets.dtype != _wanted(call):
            words["given"] = f"{given} and dtype {targets.dtype}"
            words["shape"] = f"{shape} and dtype {_wanted(call)}"
        words |= {"outputs": tuple(outputs.shape)}
        words["advice"] = _mended(call) or f": {TARGETS[call.kind]}"
        yield _found("target-shape", targets.numel(), call=call, **words)


def _wanted(call: _Call) -> torch.dtype:
    """Return the dtype that the targets have to have."""
    integers = call.kind in ("indices", "lists")
    return torch.int64 if integers else call.outputs.dtype


def _dtype(call: _Call, error: Exception) -> Iterator[Finding]:
    """Say which dtype the targets have to have."""
    if not call.kind or call.targets.dtype == _wanted(call):
        return
    words = {"error": _said(error), "dtype": call.targets.dtype}
    words |= {"target": TARGETS[call.kind].split(";")[0]}
    words["advice"] = _mended(call) or "."
    size = call.targets.element_size()
    yield _found("target-dtype", size, call=call, **words)


def _mended(call: _Call) -> str:
    """Return what makes targets fit in shape and dtype, if known."""
    targets, dtype = call.targets, _wanted(call)
    given, shape = tuple(targets.shape), call.shape
    cast = "" if targets.dtype == dtype else f".to({dtype})"
    if given == call.outputs.shape and call.kind == "indices":
        return _of_rows(call)
    seen = {*call.values.unique().tolist()}
    if given == shape and call.kind == "lists" and seen == {0, 1}:
        loss = "`criterion = nn.MultiLabelSoftMarginLoss()`"
        return f". For a 0 or 1 for each class: {loss}"
    if given == shape:
        return f": `targets = targets{cast}`"
    if prod(given) == prod(shape):
        moved = _moved(given, shape)
        return f": `targets = targets{moved}{cast}`" if moved else ""
    flat = given == (*shape[:1], *shape[2:])
    if (flat or call.column) and not targets.is_floating_point():
        return _of_indices(call)
    return ""


def _moved(given: tuple[int, ...], shape: tuple[int, ...]) -> str:
    """Return code from one shape to another with as many numbers."""
    for axis in range(max(len(given), len(shape))):
        if given == (*shape[:axis], 1, *shape[axis:]):
            return f".squeeze({axis})"
        if shape == (*given[:axis], 1, *given[axis:]):
            return f".unsqueeze({axis})"
    if sorted(given) != sorted(shape):
        return f".reshape{shape}"
    for start, end in ((-1, 1), (1, -1), (0, -1)):  # to keep each in place
        axes = [*given]
        axes.insert(end if end > 0 else len(axes), axes.pop(start))
        if shape == tuple(axes):
            return f".movedim({start}, {end})"
    return ""


def _of_rows(call: _Call) -> str:
    """Return what becomes of a 0 or 1 for each class."""
    values, axis = call.values, call.axis
    if _sum_to_one(values, axis) and (values.amax(axis) == 1).all():
        numbers = ".int()" if call.targets.dtype == torch.bool else ""
        return f": `targets = targets{numbers}.argmax({axis})`"
    several = {*values.unique().tolist()} == {0, 1}
    if call.key == "cross_entropy" and several:
        code = (
            "criterion = nn.BCEWithLogitsLoss(); targets = targets.float()"
        )
        return f". For several labels: `{code}`"
    return ""


def _of_indices(call: _Call) -> str:
    """Return what becomes of class indices, where a loss takes none."""
    classes, dtype = call.outputs.shape[1], call.outputs.dtype
    if ((call.values < 0) | (call.values >= classes)).any():
        return ""
    indices = "targets.squeeze(1)" if call.column else "targets"
    indices += "" if call.targets.dtype == torch.int64 else ".long()"
    if call.key in OF_NUMBERS:
        code = "criterion = nn.CrossEntropyLoss()"
        if indices != "targets":
            code += f"; targets = {indices}"
        return f". For class indices: `{code}`"
    last = ".movedim(-1, 1)" if call.outputs.ndim > 2 else ""
    hot = f"nn.functional.one_hot({indices}, {classes}){last}.to({dtype})"
    if call.kind == "-1/+1":
        return f". For class indices: `targets = 2 * {hot} - 1`"
    if call.options.get("log_target") or call.kind not in ("0..1", "rows"):
        return ""
    return f". For class indices: `targets = {hot}`"


def _weights(call: _Call) -> Iterator[Finding]:
    """Hold the weights of a loss against the classes."""
    for option in ("weight", "pos_weight"):
        weights = call.options.get(option)
        if not isinstance(weights, Tensor) or weights.ndim > 1:
            continue
        classes = call.classes
        if call.kind == "0..1" and call.outputs.ndim:
            classes = call.outputs.shape[-1]
        if weights.numel() not in {
            classes,
            1 if call.kind == "0..1" else 0,
        }:
            loss = PAIRINGS[call.key].name
            advice = (
                f"One for each class: "
                f"`criterion = nn.{loss}({option}=torch.ones({classes}))`"
            )
            words = {"option": option, "advice": advice}
            words |= {"given": weights.numel(), "classes": classes}
            given = weights.numel()
            yield _found("weight-length", given, call=call, **words)


def _is_a_loss(run: _Run) -> Iterator[Finding]:
    """Look whether the loss is a finite number."""
    loss = run.loss
    if not isinstance(loss, Tensor):
        words = {"part": "loss is", "loss": "a training step"}
        words |= {"type": type(loss).__name__}
        advice = "Return one tensor: the sum of them, or the loss itself."
        yield _found("not-a-tensor", 0, advice=advice, **words)
    yield from _empty("loss", loss)
    if not loss.isfinite().all():
        yield from _not_finite(run)
    run.loss = loss.mean()  # of a criterion with reduction="none"


# Whether outputs, loss and targets belong together: a function a finding.


def _out_of_range(call: _Call) -> Iterator[Finding]:
    given = getattr(call.targets, "shape", None)
    if call.kind not in ("indices", "lists") or given != call.shape:
        return
    if call.targets.is_floating_point():
        return
    named, void = call.targets.detach().long(), -1
    if call.kind == "indices":
        void = call.options.get("ignore_index", -100)
    bad = (named != void) & ((named < 0) | (named >= call.classes))
    if not bad.any():
        return
    wrong = named[bad]
    worst = wrong[wrong.abs().argmax()].item()
    advice = "Name the classes 0 .. C-1, or give the model more outputs."
    if len(wrong.unique()) == 1 and worst in (255, -1):
        loss = PAIRINGS[call.key].name
        advice = f"Ignore it: `criterion = nn.{loss}(ignore_index={worst})`"
    elif named.min() == 1 and worst == call.classes:
        advice = "Count from 0: `targets = targets - 1`"
    words = {"classes": call.classes, "last": call.classes - 1}
    yield _found("out-of-range", worst, advice=advice, **words)


def _swapped(call: _Call) -> Iterator[Finding]:
    targets = call.targets
    if call.outputs.requires_grad or not isinstance(targets, Tensor):
        return
    if not targets.requires_grad or call.kind == "numbers":
        return  # the same both ways
    shares = call.outputs.detach().exp()
    if call.key == "kl_div" and _sum_to_one(shares, call.axis):
        return  # the divergence in the other direction
    yield _found("swapped", 2, call=call)


def _class_axis_is(call: _Call, severity: str = "") -> Finding:
    advice = "Softmax over dim=1, and outputs of shape (N, C, ...)."
    if call.axis == 0:
        advice = (
            "One output is no class: `criterion = nn.BCEWithLogitsLoss()`"
        )
    elif call.kind == "rows":
        advice = "Move the classes of both to axis 1, with movedim(-1, 1)."
    elif _classes_last(call):
        advice = "If they are on the last axis: `outputs.movedim(-1, 1)`"
    words = {"axis": call.axis, "advice": advice}
    classes = call.outputs.shape[-1 if severity else call.axis]
    return _found("class-axis", classes, severity, call, **words)


def _class_axis(call: _Call) -> Iterator[Finding]:
    if call.kind not in ("indices", "rows", "lists") or call.classes == 1:
        return
    outputs, head = call.outputs.detach(), call.head
    shares = outputs.exp() if head.name == "LogSoftmax" else outputs
    wrong = head.name in ("Softmax", "LogSoftmax") and not head.more
    wrong = wrong and not _sum_to_one(shares, call.axis)
    wrong |= _classes_last(call) and call.kind == "indices"
    if call.key == "cross_entropy" and call.kind == "rows":
        elsewhere = not call.rows and _sum_to_one(call.values, -1)
        wrong |= call.axis == 0 or elsewhere
    if wrong:
        yield _class_axis_is(call)


def _one_output(call: _Call) -> Iterator[Finding]:
    if call.kind not in ("indices", "rows", "lists") or call.classes > 1:
        return
    shape = tuple(call.outputs.shape)
    advice = (
        "Two outputs, or a loss for one:"
        " `criterion = nn.BCEWithLogitsLoss()"
        f"; targets = targets.reshape{shape}.float()`"
    )
    yield _found("one-output", 1, call=call, advice=advice)


def _double_softmax(call: _Call) -> Iterator[Finding]:
    wants_raw = call.wants == "raw" and call.kind != "numbers"
    if wants_raw and call.head.name == "Softmax":
        total = call.outputs.detach().sum(call.axis).mean()
        yield _found("double-softmax", total, call=call)


def _last_activation(call: _Call) -> Iterator[Finding]:
    head, wants = call.head, call.wants
    if call.kind == "numbers" or wants not in ("raw", "Softplus"):
        return
    fits = head.name in ("unknown", "Softmax", "raw")
    reach = min(-head.low, head.high)
    if call.key in ONLY_DIFFERENCES and head.more and head.low > -inf:
        reach = (head.high - head.low) / 2 if head.high < inf else 0
    fits |= reach > WIDE
    words, severity = "raw numbers (logits)", ""
    if wants == "Softplus":
        words = "numbers above 0 that have a slope, such as softplus makes"
        fits = head.low >= 0 and not (head.flat and head.low < 1e-3)
        if call.key == "hinge_embedding_loss":  # distances
            fits &= head.high == inf
        fits |= head.name == "unknown"
    elif head.name == "LogSoftmax":
        fits = call.key in ONLY_DIFFERENCES
    if call.key == "poisson_nll_loss" and head.high == 0:
        within = bool((call.values <= 1).all())  # the reach of such rates
        fits = call.rows if head.name == "LogSoftmax" else within
    endless = inf in (-head.low, head.high) and not head.flat
    if call.key == "cross_entropy" and endless:
        severity = "note"  # its softmax can be anything
    if not fits:
        spread = call.outputs.detach().max() - call.outputs.detach().min()
        name = "a linear layer alone" if head.name == "raw" else head.words
        advice = "Take it out of the model, and use it to predict only."
        if wants == "Softplus":
            advice = "End the model with nn.Softplus() instead."
        words = {"wants": words, "head": name, "advice": advice}
        yield _found("last-activation", spread, severity, call, **words)


def _not_log_probabilities(call: _Call) -> Iterator[Finding]:
    if call.wants != "LogSoftmax":
        return
    shares = call.outputs.detach().exp()
    if _sum_to_one(shares, call.axis):
        return
    advice = (
        f"`model = nn.Sequential(model, nn.LogSoftmax(dim={call.axis}))`"
    )
    if call.head.name != "raw":
        advice = f"End with nn.LogSoftmax(dim={call.axis}) instead."
    elif call.key == "nll_loss":
        advice = "For raw outputs: `criterion = nn.CrossEntropyLoss()`"
    total = shares.sum(call.axis).mean()
    words = {"advice": advice}
    yield _found("not-log-probabilities", total, call=call, **words)


def _not_probabilities(call: _Call) -> Iterator[Finding]:
    if call.wants != "Sigmoid":
        return
    outputs, head = call.outputs.detach(), call.head
    outside = _share((outputs < 0) | (outputs > 1))
    wrong = head.name == "raw" or head.low < 0 or head.high > 1
    if head.name in ("unknown", "exp"):  # of what is never above 0
        wrong = False
    if head.name == "Softmax" and not head.more:
        wrong = not call.rows
    if not (outside or wrong):
        return
    advice = "End with nn.Sigmoid() instead, or use BCEWithLogitsLoss."
    if head.name == "raw":
        advice = "For raw outputs: `criterion = nn.BCEWithLogitsLoss()`"
    severity = "error" if outside else ""
    words = {"advice": advice}
    yield _found("not-probabilities", outside, severity, call, **words)


def _out_of_reach(call: _Call) -> Iterator[Finding]:
    if call.kind != "numbers":
        return
    low, high = call.head.low - 1e-6, call.head.high + 1e-6
    beyond = _share((call.values < low) | (call.values > high))
    whole = call.head.name == "Softmax" and not call.head.more
    if beyond or (whole and not call.rows):
        yield _found("out-of-reach", beyond, head=call.head.words)


def _flat_output(call: _Call) -> Iterator[Finding]:
    head = call.head
    if call.kind == "numbers" and head.flat:
        share = _share(call.outputs.detach() == head.low)
        yield _found("flat-output", share, head=head.name, low=head.low)


def _blank(call: _Call) -> Iterator[Finding]:
    """Look for the blank of CTC among the letters."""
    if call.key != "ctc_loss":
        return
    texts, blank = call.targets, call.options.get("blank", 0)
    lengths = torch.as_tensor(call.options["target_lengths"])
    if texts.ndim > 1 and texts.shape[:1] == lengths.shape:
        place = torch.arange(texts.shape[1], device=texts.device)
        texts = texts[place < lengths.to(texts.device)[:, None]]
    if (texts == blank).any():
        words = {"target": f"labels other than the blank, {blank}"}
        words["advice"] = ", as many as target_lengths says."
        share = _share(texts == blank)
        yield _found("target-values", share, call=call, **words)


def _target_values(call: _Call) -> Iterator[Finding]:
    kind = "-1/+1" if call.key in OF_PAIRS else call.kind
    if not kind or not isinstance(call.targets, Tensor):
        return
    bad = _bad(call, kind)
    if bad.any():
        advice = _in_range(call, kind)
        target = TARGETS[kind].split(";" if "`" in advice else "\n")[0]
        words = {"target": target, "advice": advice}
        yield _found("target-values", _share(bad), call=call, **words)


def _bad(call: _Call, kind: str) -> Tensor:
    """Mark the targets whose values such a loss does not take."""
    values = call.values
    none = torch.zeros_like(values, dtype=torch.bool)
    if kind == "0..1":
        return (values < 0) | (values > 1)
    if kind == "-1/+1":
        return (values.abs() != 1) | (call.targets.dtype == torch.bool)
    if kind == "counts":
        return values < 0
    if kind == "rows":
        return none if call.rows else ~none
    if kind == "lists" and call.targets.shape == call.shape:
        return _muddled(call)
    one_hot = kind == "indices" and call.classes > 2 and values.ndim > 1
    if one_hot and min(values.shape[:2]) > 1 and _sum_to_one(values, 1):
        return ~none  # rows of one 1 each, in place of class indices
    return none


def _in_range(call: _Call, kind: str) -> str:
    """Return code that makes targets right, where it is known."""
    seen = {*call.values.unique().tolist()}
    if kind == "-1/+1" and seen == {0, 1}:
        whole = call.targets.dtype == torch.uint8  # which has no -1
        return f": `targets = 2 * targets{'.float()' * whole} - 1`"
    if kind == "0..1" and seen == {-1, 1}:
        return ": `targets = (targets + 1) / 2`"
    if kind == "0..1" and seen == {0, 255}:
        return ": `targets = targets / 255`"
    if kind == "rows" and call.key == "cross_entropy" and seen == {0, 1}:
        return ". For several labels: `criterion = nn.BCEWithLogitsLoss()`"
    if call.options.get("log_target") and _sum_to_one(
        call.targets, call.axis
    ):
        return ", as logarithms: `targets = targets.log()`"
    return "."


def _muddled(call: _Call) -> Tensor:
    """Find lists of classes that name one twice, or go on after -1."""
    named = call.targets.detach().long().reshape(-1, call.classes)
    before = (named == -1).cumsum(1) == 0
    inside = named.clamp(0, call.classes - 1)  # the rest has been found
    times = F.one_hot(inside, call.classes) * before[..., None]
    return (times.sum(1) > 1) | ((named >= 0) & ~before)


def _all_ignored(call: _Call) -> Iterator[Finding]:
    ignored = call.options.get("ignore_index")
    if call.kind == "indices" and ignored is not None:
        void = call.targets == ignored
        if void.all():
            yield _found("all-ignored", void.sum())


CHECKS_OF_A_CALL = (
    _swapped,
    _class_axis,
    _one_output,
    _not_log_probabilities,
    _not_probabilities,
    _out_of_reach,
    _flat_output,
    _double_softmax,
    _last_activation,
    _out_of_range,
    _all_ignored,
    _blank,
    _target_values,
)


# What the loss made of them.


def _broadcast(call: _Call, _: _Run) -> Iterator[Finding]:
    if not call.kind or not PAIRINGS[call.key].elementwise:
        return
    shape, given = tuple(call.outputs.shape), tuple(call.targets.shape)
    if shape != given and call.targets.numel() > 1:
        yield from _spread(shape, given)


def _spread(
    shape: tuple, given: tuple, what="Outputs", other="targets"
) -> Iterator[Finding]:
    pairs = torch.broadcast_tensors(torch.empty(shape), torch.empty(given))
    many = pairs[0].numel() / min(prod(shape), prod(given))
    advice = "Give both the same shape, before they meet."
    if prod(shape) == prod(given) and other == "targets":
        advice = f"`targets = targets.reshape{shape}`"
    words = {"what": what, "other": other, "advice": advice}
    yield _found("broadcast", many, shape=shape, given=given, **words)


def _names(run: _Run) -> tuple[str, ...]:
    """Name what met in the loss, if it was not outputs and targets."""
    shapes = [tuple(t.shape) for t in _tensors(run.targets)]
    known = run.watch.spread[1] in shapes
    return () if known else ("In the loss, numbers", "numbers")


def _labels_as_numbers(call: _Call, _: _Run) -> Iterator[Finding]:
    if not call.kind:
        return
    values, advice = call.values, "Use BCEWithLogitsLoss, or MSELoss."
    seen = {*values.unique().tolist()}
    axes = [a for a in range(1, values.ndim) if _sum_to_one(values, a)]
    if (
        call.wants == "Sigmoid"
        and call.rows
        and call.head.name == "Softmax"
    ):
        yield _found("other-objective", call.classes, call=call)
    if call.kind == "numbers":
        # MSE finds the mean of labels, which is a probability; so does
        # Huber where no error exceeds 1; the median of L1 is a label.
        lost = seen == {-1, 1} and call.key != "mse_loss"
        if lost or (call.key == "l1_loss" and (seen == {0, 1} or axes)):
            if seen == {0, 1}:
                advice = "`criterion = nn.BCEWithLogitsLoss()`"
            mean, words = values.mean(), {"advice": advice}
            yield _found("labels-as-numbers", mean, call=call, **words)
        elif seen in ({-1, 1}, {0, 1}):
            yield _found("other-objective", len(seen), call=call)
    if call.key == "multi_margin_loss":
        classes = call.outputs.shape[-1]
        yield _found("other-objective", classes, call=call)


def _is_output(call: _Call, run: _Run) -> bool:
    """Tell whether a loss was given what the model put out."""
    return call.outputs.data_ptr() in {t.data_ptr() for t in run.ends()}


def _unscaled_targets(call: _Call, run: _Run) -> Iterator[Finding]:
    if call.kind == "numbers" and _is_output(call, run):
        values = call.values
        size = max(values.mean().abs(), values.std(unbiased=False))
        if size > 100 and call.outputs.detach().abs().mean() < size / 10:
            yield _found("unscaled-targets", size)


def _initial_loss(call: _Call, run: _Run) -> Iterator[Finding]:
    known = (
        call.kind in ("0..1", "indices") or call.key == "soft_margin_loss"
    )
    if not known or not call.function or not _is_output(call, run):
        return
    if call.head.more:  # scaled by the author, as a cosine is
        return
    dtype = call.result.dtype  # under autocast not that of the outputs
    blank = torch.zeros_like(call.outputs.detach(), dtype=dtype)
    if call.key == "nll_loss":
        blank = blank.log_softmax(call.axis)
    elif call.key == "binary_cross_entropy":
        blank = blank.sigmoid()
    first = next(iter(call.options))
    usual = call.function(**{**call.options, first: blank}).mean()
    cost = call.result.detach().mean()
    if cost > 3 * usual > 0:
        yield _found("initial-loss", cost / usual)


CHECKS_OF_A_RESULT = (
    _broadcast,
    _labels_as_numbers,
    _unscaled_targets,
    _initial_loss,
)


# What the step does to the model.


def _units(run: _Run) -> Iterator[Finding]:
    """Find layers most of whose units are flat on the whole batch."""
    last = [_head(output, run.watch).node for output in run.ends()]
    worst = {"relu": 0.0, "sigmoid": 0.0, "tanh": 0.0}
    for output in run.ends():
        for node in _nodes(output.grad_fn):
            kind = run.watch.kind(node)
            if kind not in worst:
                continue
            try:
                values = node._saved_result
            except (AttributeError, RuntimeError):  # freed, or changed
                continue
            if node in last and kind != "relu":
                share = _missed(values, output, run.targets)
            else:
                share = _idle(_flat(values, kind))
            worst[kind] = max(worst[kind], share)
    for kind, share in worst.items():
        if share > 0.5:
            check = "dead-relu" if kind == "relu" else "saturated"
            yield _found(check, share, head=ACTIVATIONS[kind])


def _flat(values: Tensor, kind: str) -> Tensor:
    if kind == "relu":
        return values == 0
    low = -1 if kind == "tanh" else 0
    return (values - low) * (1 - values) < 1e-3


def _idle(flat: Tensor) -> float:
    """Return the share of units that are flat on all samples."""
    share = 0.0
    for axis in {1, flat.ndim - 1} if flat.ndim > 1 else ():
        units = flat.movedim(axis, 0).flatten(1)  # channels, or features
        if units.shape[1] >= MANY:
            share = max(share, _share(units.all(1)))
    return share


def _missed(values: Tensor, output: Tensor, targets) -> float:
    """Return the share of outputs that are sure, if many are wrong.

    A sure output is what training is for, unless it is wrong.
    """
    kind = "tanh" if values.min() < 0 else "sigmoid"
    flat = _flat(values, kind)
    if getattr(targets, "shape", None) != flat.shape or flat.numel() < MANY:
        return 0.0
    misses = (output.detach() - targets).abs() > 0.5
    return _share(flat) if _share(misses & flat) > 0.1 else 0.0


def _gradient(run: _Run) -> Iterator[Finding]:
    """Look at what reaches the parameters."""
    nodes = _nodes(run.loss.grad_fn)
    leaves = [n.variable for n in nodes if hasattr(n, "variable")]
    leaves = [p for p in leaves if p is not run.leaf]
    if not leaves and run.watch.apart:
        return
    if not leaves:
        yield _found("no-gradient" if run.trains else "no-parameters", 0)
        return
    try:
        slopes = torch.autograd.grad(run.loss, leaves, allow_unused=True)
    except Exception as error:
        if "heckpoint" in str(error):  # which forbids to ask for a gradient
            return
        for call in run.calls:
            yield from _dtype(call, error)
        yield from _loss_raised(run, error)
        return
    total = sum(float(s.abs().sum()) for s in slopes if s is not None)
    if not -inf < total < inf:
        yield from _not_finite(run)
        yield _found("not-finite", 1, part="gradients")
    loss = abs(float(run.loss))
    if total <= NEXT_TO_NOTHING * loss and loss:
        yield _found("zero-gradient", total)
    elif loss == total == 0 and not _is_met(run):
        yield _found("zero-loss", 0)


def _is_met(run: _Run) -> bool:
    """Tell a loss that has nothing left to ask from one that is lost."""
    calls = [c for c in run.calls if isinstance(c.result, Tensor)]
    return bool(calls) and all((c.result == 0).all() for c in calls)
