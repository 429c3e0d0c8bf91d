"""A hand-written loss on float16 outputs overflows under autocast."""

import torch
from torch import nn

encoder = nn.Linear(1, 1, bias=False)
nn.init.constant_(encoder.weight, 5.0)
images, others = torch.full((4, 1), 60.0), torch.zeros(4, 1)


def train(prepare, dtype=torch.float16):
    encoder.zero_grad()
    with torch.autocast("cpu", dtype=dtype):
        one, two = prepare(encoder(images)), prepare(encoder(others))
        loss = ((one - two) * (one - two)).mean().sqrt()
    loss.backward()
    print(f"loss {loss.item():.0f}", end=", ")
    print(f"gradient {encoder.weight.grad.item():.0f}")
    # Notice it: False for a loss in half precision, True in float32.
    print(loss.dtype == torch.float32)


# Wrong: the outputs are float16, and 300 * 300 is too much for it.
train(lambda outputs: outputs)
# > loss inf, gradient 0
# > False

# Right: the loss is computed in float32.
train(lambda outputs: outputs.float())
# > loss 300, gradient 60
# > True

# bfloat16 has the range of float32, with fewer digits.
train(lambda outputs: outputs, dtype=torch.bfloat16)
# > loss 300, gradient 60
# > False
