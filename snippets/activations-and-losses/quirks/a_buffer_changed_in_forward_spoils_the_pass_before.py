"""A buffer that each forward pass changes in place breaks backward."""

import torch
from torch import nn

layer, real, fake = nn.Linear(2, 2), torch.eye(2), torch.ones(4, 2)
scale = torch.ones(())  # such as a running average


def backward(losses):
    try:
        sum(losses).backward()
        print("trained")
    except RuntimeError as error:
        print(str(error).split(". ")[0])


# Wrong: the second pass overwrites what the first one used.
losses = []
for batch in real, fake:
    scale.lerp_(batch.detach().std(), 0.1)
    losses.append((layer(batch) / scale).mean())
backward(losses)
# > one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor []] is at version 2; expected version 1 instead

# Right: each pass has a tensor of its own.
losses = []
for batch in real, fake:
    scale = scale.lerp(batch.detach().std(), 0.1)
    losses.append((layer(batch) / scale).mean())
backward(losses)
# > trained

# In a module, the name stays that of the buffer.
layer.register_buffer("scale", scale)
layer.scale = layer.scale.lerp(real.detach().std(), 0.1)
print([name for name, _ in layer.named_buffers()])
# > ['scale']
