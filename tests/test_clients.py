"""Law: check_pairing accuses no right code of public libraries, and names a mistake made with them.

`nox -s clients` has them, and runs this; the models have random weights.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

import pytest
import torch
from runner.table_runner import loaded
from torch import nn
from torch.nn import functional

checker = loaded("check_pairing")
Case = tuple[str, str, tuple]  # a name, what is found or "", and what check_pairing takes
N, C = 16, 4


def library(name: str) -> Any:
    """Import a library, on a build of torch that torchvision was not compiled for, too."""
    with suppress(RuntimeError):  # its operators are there, or have been named before
        operators = torch.library.Library("torchvision", "FRAGMENT")
        for operator in ("nms", "qnms"):
            operators.define(f"{operator}(Tensor boxes, Tensor scores, float limit) -> Tensor")
        library.kept = operators  # type: ignore[attr-defined]
    return import_module(name)


def index(*shape: int) -> torch.Tensor:
    return torch.arange(torch.Size(shape or (N,)).numel()).reshape(shape or (N,)) % C


def tags(*shape: int) -> torch.Tensor:
    return (torch.arange(torch.Size(shape).numel()).reshape(shape) % 3 == 0).float()


def of_transformers() -> Iterator[Case]:
    hub = library("transformers")
    small = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "vocab_size": 50}
    bert = hub.BertConfig(**small, intermediate_size=16, num_labels=C)
    ids = torch.arange(N * 6).reshape(N, 6) % 50
    batch = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
    model, several = (hub.BertForSequenceClassification(bert) for _ in range(2))
    labelled = {**batch, "labels": index()}
    yield "its loss", "", (model, lambda result, _: result.loss, labelled, None)
    logits = lambda result: result.logits  # noqa: E731
    yield "its logits", "", (model, nn.CrossEntropyLoss(), batch, index(), logits)
    yield "nll on logits", "not-log-probabilities", (model, nn.NLLLoss(), batch, index(), logits)
    several.config.problem_type = "multi_label_classification"
    loss = lambda result, _: result.loss  # noqa: E731
    yield "tags", "", (several, loss, {**batch, "labels": tags(N, C)}, None)
    signs = {**batch, "labels": 2 * tags(N, C) - 1}
    yield "signs as tags", "target-values", (several, loss, signs, None)
    shape = {"n_embd": 16, "n_layer": 1, "n_head": 2, "vocab_size": 50, "n_positions": 8}
    words = hub.GPT2LMHeadModel(hub.GPT2Config(**shape))
    yield "next word", "", (words, loss, {"input_ids": ids, "labels": ids}, None)


def of_timm() -> Iterator[Case]:
    timm, losses = library("timm"), library("timm.loss")
    images = torch.randn(N, 3, 32, 32)
    for name in ("resnet18", "mobilenetv3_small_050", "convnext_atto"):
        model = timm.create_model(name, pretrained=False, num_classes=C)
        yield name, "", (model, losses.LabelSmoothingCrossEntropy(), images, index())
    soft = functional.one_hot(index(), C) * 0.9 + 0.025
    several = {
        "cross-entropy by hand": (losses.SoftTargetCrossEntropy(), soft),
        "its BCE": (losses.BinaryCrossEntropy(), index()),
        "asymmetric": (losses.AsymmetricLossMultiLabel(), tags(N, C)),
    }
    for name, (loss, targets) in several.items():
        yield name, "", (model, loss, images, targets)
        softmax = nn.Sequential(model, nn.Softmax(dim=1))
        yield f"{name} after softmax", "double-softmax", (softmax, loss, images, targets)


def of_segmentation_models() -> Iterator[Case]:
    models = library("segmentation_models_pytorch")
    losses, images = models.losses, torch.randn(4, 3, 32, 32)
    unet = models.Unet("resnet18", encoder_weights=None, classes=C)
    last = nn.Sequential(unet, nn.Softmax(dim=1))
    for kind in ("DiceLoss", "JaccardLoss", "TverskyLoss", "FocalLoss", "LovaszLoss"):
        loss = getattr(losses, kind)("multiclass")
        yield kind, "", (unet, loss, images, index(4, 32, 32))
        yield f"{kind}, softmax", "double-softmax", (last, loss, images, index(4, 32, 32))
    one = models.Unet("resnet18", encoder_weights=None, classes=1)
    last, mask = nn.Sequential(one, nn.Sigmoid()), tags(4, 1, 32, 32)
    for loss in (losses.DiceLoss("binary"), losses.SoftBCEWithLogitsLoss()):
        yield f"{type(loss).__name__}, one class", "", (one, loss, images, mask)
        yield f"{type(loss).__name__}, sigmoid", "last-activation", (last, loss, images, mask)


def of_torchmetrics() -> Iterator[Case]:
    metrics = library("torchmetrics")
    accuracy = metrics.Accuracy(task="multiclass", num_classes=C)

    def measured(outputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        accuracy(outputs.softmax(dim=1), targets)
        return functional.cross_entropy(outputs, targets)

    yield "measured on the way", "", (nn.Linear(8, C), measured, torch.randn(N, 8), index())
    error, inputs = metrics.MeanSquaredError(), torch.randn(N, 8)
    yield "a metric as loss", "", (nn.Linear(8, 1), error, inputs, torch.randn(N, 1))


def of_metric_learning() -> Iterator[Case]:
    losses = library("pytorch_metric_learning.losses")
    model, inputs = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 8)), torch.randn(N, 8)
    for kind in ("TripletMarginLoss", "ContrastiveLoss", "NTXentLoss", "MultiSimilarityLoss"):
        yield kind, "", (model, getattr(losses, kind)(), inputs, index())
    for kind in ("ArcFaceLoss", "ProxyNCALoss", "NormalizedSoftmaxLoss"):
        yield kind, "", (model, getattr(losses, kind)(C, 8), inputs, index())


def of_lightning() -> Iterator[Case]:
    lightning = library("lightning")

    class Lit(lightning.LightningModule):  # type: ignore[misc, name-defined]
        def __init__(self, *last: nn.Module) -> None:
            super().__init__()
            self.model = nn.Sequential(nn.Linear(8, C), *last)

        def forward(self, inputs: torch.Tensor) -> torch.Tensor:
            return self.model(inputs)

        def training_step(self, batch: tuple, batch_idx: int) -> torch.Tensor:
            inputs, targets = batch
            loss = functional.cross_entropy(self(inputs), targets)
            self.log("loss", loss)
            return loss

    inputs = torch.randn(N, 8)
    for name, found, lit in (
        ("a step", "", Lit()),
        ("softmax", "double-softmax", Lit(nn.Softmax(1))),
    ):
        step = lambda _, targets, lit=lit: lit.training_step((inputs, targets), 0)  # noqa: E731
        yield name, found, (lit, step, inputs, index())


def of_torchvision() -> Iterator[Case]:
    focal = library("torchvision.ops").sigmoid_focal_loss
    loss: Callable = lambda outputs, targets: focal(outputs, targets, reduction="mean")  # noqa: E731
    model, inputs = nn.Linear(8, C), torch.randn(N, 8)
    yield "focal", "", (model, loss, inputs, tags(N, C))
    last = nn.Sequential(model, nn.Sigmoid())
    yield "focal, sigmoid", "last-activation", (last, loss, inputs, tags(N, C))
    segmentation = library("torchvision.models.segmentation")
    network = segmentation.lraspp_mobilenet_v3_large(
        weights=None, weights_backbone=None, num_classes=C
    )
    pixels = lambda result, targets: functional.cross_entropy(result["out"], targets)  # noqa: E731
    batch = torch.randn(2, 3, 64, 64), index(2, 64, 64)
    yield "a dict of outputs", "", (network, pixels, *batch)


LIBRARIES = [
    of_transformers,
    of_timm,
    of_segmentation_models,
    of_torchmetrics,
    of_metric_learning,
    of_lightning,
    of_torchvision,
]


@pytest.mark.parametrize("cases", LIBRARIES)
def test_right_code_is_not_accused_and_a_mistake_is_named(cases: Callable) -> None:
    torch.manual_seed(0)
    wrong = []
    for name, expected, batch in cases():
        found = checker.check_pairing(*batch)
        seen = [f for f in found if f.severity != "note"]
        if (expected not in [f.check for f in seen]) if expected else seen:
            wrong.append(f"{name}: {expected or 'nothing'} is to be found, and not {seen}")
        lost = [str(f) for f in found if f.check == "not-checked"]
        wrong += [f"{name}: {finding}" for finding in lost]
    assert not wrong, "\n".join(wrong)
