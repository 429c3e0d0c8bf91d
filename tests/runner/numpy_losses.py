"""The losses of torch and their slopes in numpy, written from their formulas.

The outputs of a model and its targets have the axes (run, row, ...): a loss is one of each run.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np

Array: TypeAlias = Any  # of numpy
Slope: TypeAlias = tuple[Array, Array]  # of each run the loss, and its slope by the outputs


def logistic(x: Array) -> Array:
    return np.exp(-np.logaddexp(0, -x))


def bounded_square(a: Array, t: Array) -> Slope:
    off = np.abs(a - t)
    return np.where(off < 1, off**2 / 2, off - 0.5), np.clip(a - t, -1, 1)


def cross_entropy_of_two(a: Array, t: Array) -> Slope:
    yes, no = (np.maximum(np.log(p), -100) for p in (a, 1 - a))
    return -t * yes - (1 - t) * no, (a - t) / np.maximum(a * (1 - a), 1e-12)


def hinge(a: Array, t: Array) -> Slope:
    near = (t != 1) & (a < 1)
    return np.where(near, 1 - a, 0) + np.where(t != -1, a, 0), (t != -1) - 1.0 * near


def of_logits(a: Array, t: Array) -> Slope:
    return np.logaddexp(0, a) - t * a, logistic(a) - t


def of_labels(a: Array, t: Array) -> Slope:
    no = 1 - t  # in the dtype of the target, as in torch: 255 is less than none
    return t * np.logaddexp(0, -a) + no * np.logaddexp(0, a), no * logistic(a) - t * logistic(-a)


def divergence(a: Array, t: Array) -> Slope:
    of_itself = t * np.log(np.where(t == 0, 1, t))  # nan below zero
    return of_itself - t * a, -t + 0 * a


EACH: dict[str, Callable[[Array, Array], Slope]] = {
    "BCELoss": cross_entropy_of_two,
    "BCEWithLogitsLoss": of_logits,
    "HingeEmbeddingLoss": hinge,
    "HuberLoss": bounded_square,
    "KLDivLoss": divergence,
    "L1Loss": lambda a, t: (np.abs(a - t), np.sign(a - t)),
    "MSELoss": lambda a, t: ((a - t) ** 2, 2 * (a - t)),
    "PoissonNLLLoss": lambda a, t: (np.exp(a) - t * a, np.exp(a) - t),
    "SmoothL1Loss": bounded_square,
    "SoftMarginLoss": lambda a, t: (np.logaddexp(0, -(t * a)), -(t * logistic(-(t * a)))),
}


def by_element(each: Callable[[Array, Array], Slope], a: Array, t: Array) -> Slope:
    """Return the mean over all pairs of an output with a target, as they broadcast."""
    most = max(a.ndim, t.ndim)
    wide, known = (x.reshape(len(x), *[1] * (most - x.ndim), *x.shape[1:]) for x in (a, t))
    values, slopes = each(wide, known)
    shared = tuple(i for i in range(1, most) if slopes.shape[i] > wide.shape[i])
    share = values[0].size
    slope = slopes.sum(axis=shared, keepdims=True).reshape(a.shape) / share
    return values.reshape(len(a), -1).mean(axis=1), slope


def by_label(a: Array, t: Array) -> Slope:
    """Return the same for labels: their sum is divided by as many outputs as a row has."""
    value, slope = by_element(of_labels, a, t)
    wide = t.shape[-1] / a.shape[-1] if a.shape[-1] == 1 else 1
    return value * wide, slope * wide


def one_hot(t: Array, classes: int) -> Array:
    """Put an axis of classes after the rows."""
    found: Array = np.moveaxis(np.eye(classes)[t.astype(int)], -1, 2)
    return found


def cross_entropy(a: Array, t: Array) -> Slope:
    y = t if t.shape == a.shape else one_hot(t, a.shape[2])
    log = a - np.logaddexp.reduce(a, axis=2, keepdims=True)
    share = a[0].size / a.shape[2]
    slope = np.exp(log) * y.sum(axis=2, keepdims=True) - y
    return -(y * log).reshape(len(a), -1).sum(axis=1) / share, slope / share


def likelihood_of_class(a: Array, t: Array) -> Slope:
    y = one_hot(t, a.shape[2])
    share = a[0].size / a.shape[2]
    return -(y * a).reshape(len(a), -1).sum(axis=1) / share, -y / share


def margins(a: Array, right: Array, others: Array) -> Slope:
    """Return by how much others are not one below an output of each row."""
    mine = np.take_along_axis(a, right[..., None], axis=2)
    short = np.where(others, np.maximum(0, 1 - mine + a), 0)
    late = (short > 0).astype(float)
    slope = late.copy()
    np.put_along_axis(
        slope,
        right[..., None],
        np.take_along_axis(slope, right[..., None], 2) - late.sum(2, keepdims=True),
        axis=2,
    )
    return short.sum(axis=2), slope


def margin_of_class(a: Array, t: Array) -> Slope:
    right, share = t.astype(int), a[0].size
    value, slope = margins(a, right, one_hot(t, a.shape[2]) == 0)
    return value.sum(axis=1) / share, slope / share


def margin_of_labels(a: Array, t: Array) -> Slope:
    listed = np.cumprod(t >= 0, axis=2).astype(bool)
    labels = np.where(listed, t, 0).astype(int)
    among = ((labels[..., None] == np.arange(a.shape[2])) & listed[..., None]).any(axis=2)
    value, slope = np.zeros(a.shape[:2]), np.zeros_like(a)
    for place in range(t.shape[2]):
        use = listed[..., place]
        one, its = margins(a, labels[..., place], ~among)
        value, slope = value + use * one, slope + use[..., None] * its
    return value.sum(axis=1) / a[0].size, slope / a[0].size


BY_ROW = {
    "CrossEntropyLoss": cross_entropy,
    "MultiLabelMarginLoss": margin_of_labels,
    "MultiMarginLoss": margin_of_class,
    "NLLLoss": likelihood_of_class,
}


def loss_of(name: str, a: Array, t: Array) -> Slope:
    if name == "MultiLabelSoftMarginLoss":
        return by_label(a, t)
    if name in EACH:
        return by_element(EACH[name], a, t)
    if a.ndim > 2:
        return BY_ROW[name](a, t)
    value, slope = BY_ROW[name](a[:, None], t[:, None])  # outputs without a batch: one row
    return value, slope[:, 0]
