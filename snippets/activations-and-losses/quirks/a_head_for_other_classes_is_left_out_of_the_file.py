"""Weights for other classes are left out before a file is loaded."""

from torch import nn

stored = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 1000)).state_dict()
model = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 10))
not_loaded = [*model.state_dict()]

# Notice it: False while more than the head is not loaded, then True.
print(not_loaded == ["1.weight", "1.bias"])
# > False

# Wrong: the whole file, even if missing names are forgiven.
weights = stored
try:
    model.load_state_dict(weights, strict=False)
    print("loaded")
except RuntimeError as error:
    print(str(error).splitlines()[1].strip())
# > size mismatch for 1.weight: copying a param with shape torch.Size([1000, 8]) from checkpoint, the shape in current model is torch.Size([10, 8]).

# Right: what has the shape that the model wants.
own = model.state_dict()
weights = {
    k: w
    for k, w in stored.items()
    if k in own and w.shape == own[k].shape  # not true of the head
}
not_loaded, _ = model.load_state_dict(weights, strict=False)
print("loaded, but for:", *not_loaded)
# > loaded, but for: 1.weight 1.bias
print(not_loaded == ["1.weight", "1.bias"])
# > True
