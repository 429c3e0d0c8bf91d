"""The logits of all tokens over a vocabulary fill the memory."""

import torch
from torch.nn.functional import cross_entropy, linear_cross_entropy
from torch.utils._python_dispatch import TorchDispatchMode

torch.manual_seed(0)
hidden = torch.randn(512, 16, requires_grad=True)  # 512 tokens
head = torch.nn.Linear(16, 8000, bias=False)  # 8000 words
target = torch.randint(8000, (512,))


class Watch(TorchDispatchMode):
    largest = 0

    def __torch_dispatch__(self, operation, types, args=(), kwargs=None):
        result = operation(*args, **(kwargs or {}))
        if isinstance(result, torch.Tensor):
            self.largest = max(self.largest, result.numel())
        return result


# Wrong: all logits at once.
with Watch() as watch:
    loss = cross_entropy(head(hidden), target)
    loss.backward()
print(f"loss {loss:.2f}, largest tensor {watch.largest}")
# > loss 9.17, largest tensor 4096000

# Right: a fused loss, which computes the logits in pieces.
with Watch() as watch:
    loss = linear_cross_entropy(
        hidden,
        head.weight,
        target,
        options=torch.nn.LinearCrossEntropyOptions(),
    )
    loss.backward()
print(f"loss {loss:.2f}, largest tensor {watch.largest}")
# > loss 9.17, largest tensor 128000
