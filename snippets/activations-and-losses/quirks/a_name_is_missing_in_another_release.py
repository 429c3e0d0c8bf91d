"""A name that the code uses is not in every release of PyTorch."""

import torch

x = torch.tensor([[2.0, 0.0], [0.0, 3.0]])

# Wrong: code of another release than the one that is installed.
try:
    spectrum = torch.rfft(x, 1)
except AttributeError as error:
    print(error)
# > module 'torch' has no attribute 'rfft'
try:
    values, vectors = torch.symeig(x, eigenvectors=True)
except RuntimeError as error:
    print(str(error).split(". ")[0])
# > This function was deprecated since version 1.9 and is now removed
try:
    print(torch.nn.backends)
except AttributeError as error:
    print(error)
# > module 'torch.nn' has no attribute 'backends'

# Right: what this release has instead.
spectrum = torch.fft.rfft(x)
values, vectors = torch.linalg.eigh(x)
print(spectrum.tolist(), values.tolist())
# > [[(2+0j), (2+0j)], [(3+0j), (-3+0j)]] [2.0, 3.0]

# It is complex now; older releases returned pairs of real numbers.
print(torch.view_as_real(spectrum)[0].tolist())
# > [[2.0, 0.0], [2.0, 0.0]]

# Notice it: which release is it, and does it have the name?
for module, name in (torch, "rfft"), (torch.fft, "rfft"):
    print(hasattr(module, name))
# > False
# > True
