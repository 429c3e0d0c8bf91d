"""Law: on the inputs of PyTorch's own tests, check_pairing neither fails nor speaks of an error."""

import warnings
from collections.abc import Callable, Iterator

import pytest
import torch
from test_check_pairing import checker, child  # noqa: F401
from torch import nn

# What may be found for an input that PyTorch takes, and why that is right.
ARGUED = {
    "empty-batch": "a module takes a batch of none, and nothing is learned from it",
    "not-finite": "PyTorch's own result is NaN or infinite: the test below looks",
}
PARTS = 8


def inputs(part: int) -> Iterator[tuple[str, nn.Module, tuple, dict]]:
    """Yield a share of PyTorch's modules, each with inputs."""
    from torch.testing._internal.common_modules import module_db

    how = {"device": "cpu", "dtype": torch.float32, "requires_grad": False, "training": True}
    for info in module_db[part::PARTS]:
        for given in info.module_inputs_func(info, **how):
            if given.forward_input is not None:
                made, put = given.constructor_input, given.forward_input
                module = info.module_cls(*made.args, **made.kwargs).to(torch.float32)
                yield info.name, module, put.args, put.kwargs


def size(outputs: object, _: object = None) -> torch.Tensor:
    """A loss for a layer, whatever it returns."""
    first = outputs[0] if isinstance(outputs, tuple) else outputs
    return first.square().mean()


def accused(part: int) -> tuple[int, list[str]]:
    """Check a share of the modules; return how many, and what was said that is not argued."""
    count, wrong = 0, []
    warnings.simplefilter("ignore")  # what the modules themselves warn of
    for name, module, args, named in inputs(part):
        count += 1
        torch.manual_seed(0)
        if module.__class__.__module__.endswith("loss"):
            outputs, *rest = args
            one = len(rest) == 1 and not named
            loss = module if one else lambda o, t, m=module, k=named: m(o, *t, **k)
            targets = rest[0] if one else tuple(rest)
            found = checker.check_pairing(nn.Identity(), loss, outputs, targets)
            result = lambda m=module, a=args, k=named: m(*a, **k)  # noqa: E731
        else:
            model = lambda *a, m=module, k=named: m(*a, **k)  # noqa: E731
            found = checker.check_pairing(model, size, args, None)
            result = lambda m=module, a=args, k=named: size(m(*a, **k))  # noqa: E731
        odd = [f for f in found if f.severity == "error" or f.check == "not-checked"]
        for finding in odd:
            finite = "not-finite" in finding.check and result().isfinite().all()
            if finding.check not in ARGUED or finite:
                wrong.append(f"{name}: {finding}")
    return count, wrong


@pytest.mark.parametrize("part", range(PARTS))
def test_no_input_of_pytorch_is_called_an_error(part: int, child: Callable) -> None:  # noqa: F811
    count, wrong = child(accused, part)
    assert count and not wrong, f"{len(wrong)} of {count}:\n" + "\n".join(wrong)
