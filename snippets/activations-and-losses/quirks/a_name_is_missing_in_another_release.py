"""A name that the code uses is not in every release of PyTorch."""

import torch

x = torch.tensor([[2.0, 0.0], [0.0, 3.0]])


def show(call):
    try:
        print(call())
    except (AttributeError, RuntimeError, TypeError) as error:
        print(str(error).splitlines()[0].split(". The default")[0])


# Wrong: code of another release than the one that is installed.
show(lambda: torch.rfft(x, 1))
# > module 'torch' has no attribute 'rfft'
show(lambda: torch.symeig(x))
# > This function was deprecated since version 1.9 and is now removed
show(lambda: torch.nn.backends)
# > module 'torch.nn' has no attribute 'backends'

# Right: what this release has instead.
show(lambda: torch.fft.rfft(x).shape)
# > torch.Size([2, 2])
show(lambda: torch.linalg.eigvalsh(x).tolist())
# > [2.0, 3.0]

# Notice it: which release is it, and does it have the name?
for module, name in (torch, "rfft"), (torch.fft, "rfft"):
    print(hasattr(module, name))
# > False
# > True
