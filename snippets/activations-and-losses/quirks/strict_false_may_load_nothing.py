"""`strict=False` loads what fits by name, and that may be nothing."""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.ones(1, 2)
trained = nn.Sequential(nn.Linear(2, 1))
saved = nn.DataParallel(trained).state_dict()
print("names", list(saved))
# > names ['module.0.weight', 'module.0.bias']


def show(model, found):
    print("the trained output:", torch.allclose(model(x), trained(x)))
    # Notice it: False if some weights were not in the file, or True.
    print(not found.missing_keys)


# Wrong: no name fits, and nothing is said.
model = nn.Sequential(nn.Linear(2, 1))
found = model.load_state_dict(saved, strict=False)
show(model, found)
# > the trained output: False
# > False

# Right: the names are mended, and strict stays True.
model = nn.Sequential(nn.Linear(2, 1))
saved = {name.removeprefix("module."): w for name, w in saved.items()}
found = model.load_state_dict(saved)
show(model, found)
# > the trained output: True
# > True
