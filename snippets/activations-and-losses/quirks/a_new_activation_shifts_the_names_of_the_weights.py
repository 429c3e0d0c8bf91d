"""In nn.Sequential, an added activation gives later weights new names."""

import tempfile

import torch
from torch import nn

path = tempfile.mkdtemp() + "/model.pth"
old = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
torch.save(old.state_dict(), path)
model = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))

# Wrong: the names in the file are not those of the model.
weights = torch.load(path)
try:
    model.load_state_dict(weights)
except RuntimeError as error:
    print(" ".join(str(error).split()))
# > Error(s) in loading state_dict for Sequential: Missing key(s) in state_dict: "2.weight", "2.bias". Unexpected key(s) in state_dict: "1.weight", "1.bias".
print(model.load_state_dict(weights, strict=False))
# > _IncompatibleKeys(missing_keys=['2.weight', '2.bias'], unexpected_keys=['1.weight', '1.bias'])

# Right: the same names, by renaming.
weights = torch.load(path)
weights["2.weight"] = weights.pop("1.weight")
weights["2.bias"] = weights.pop("1.bias")
print(model.load_state_dict(weights))
# > <All keys matched successfully>

# The names of a model saved under DataParallel begin with module.
saved = nn.DataParallel(old).state_dict()
saved = {name.removeprefix("module."): w for name, w in saved.items()}
print(old.load_state_dict(saved))
# > <All keys matched successfully>

# Notice it: the check is False for the file, True for the renamed one.
for stored in old.state_dict(), weights:
    print(stored.keys() == model.state_dict().keys())
# > False
# > True
