"""Devices that programs run on, without a word about them in the programs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


def works(device: str) -> None:
    """Use the device, wait for it, and raise what it says if it cannot be used."""
    import torch

    torch.ones(2, device=device, requires_grad=True).sum().backward()
    kind = getattr(torch, device.partition(":")[0], None)
    getattr(kind, "synchronize", lambda: None)()


@contextmanager
def on(device: str) -> Iterator[None]:
    """Create tensors on the device, with the random numbers that the CPU would have drawn.

    A promise about a trained model can only be kept on every device if the draws are the same.
    """
    if device == "cpu":
        yield
        return
    import torch

    draws = {torch.rand, torch.randn, torch.randint, torch.randperm, torch.normal}
    fills = {getattr(torch.Tensor, name) for name in ("uniform_", "normal_", "random_")}
    fills |= {
        function
        for name, function in vars(torch.nn.init).items()
        if name.endswith("_") and not name.startswith("_")
    }

    # torch is not read by mypy: its classes are Any.
    class DrawOnCpu(torch.overrides.TorchFunctionMode):  # type: ignore[misc]
        def __torch_function__(
            self,
            function: Callable[..., Any],
            types: object,
            args: tuple[Any, ...] = (),
            kwargs: dict[str, Any] | None = None,
        ) -> Any:
            kwargs = dict(kwargs or {})
            if function in draws:
                target, leaf = kwargs.pop("device", device), kwargs.pop("requires_grad", False)
                return function(*args, **kwargs, device="cpu").to(target).requires_grad_(leaf)
            if function in fills:
                tensor = args[0] if args else kwargs.pop("tensor")
                with torch.no_grad():
                    return tensor.copy_(function(tensor.cpu(), *args[1:], **kwargs))
            return function(*args, **kwargs)

    with torch.device(device), DrawOnCpu():
        yield
