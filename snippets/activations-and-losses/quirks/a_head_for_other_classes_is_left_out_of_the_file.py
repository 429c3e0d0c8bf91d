"""Weights for other classes are left out before a file is loaded."""

from torch import nn

stored = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 1000)).state_dict()
model = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 10))
own = model.state_dict()


def load(weights, strict):
    not_loaded = [*own]
    try:
        result = model.load_state_dict(weights, strict=strict)
        not_loaded = result.missing_keys
        print("loaded, but for:", *not_loaded)
    except RuntimeError as error:
        print(str(error).splitlines()[1].strip())
    # Notice it: False if more than the head is missing, True if not.
    print(not_loaded == ["1.weight", "1.bias"])


# Wrong: the whole file, even if missing names are forgiven.
load(stored, strict=True)
# > size mismatch for 1.weight: copying a param with shape torch.Size([1000, 8]) from checkpoint, the shape in current model is torch.Size([10, 8]).
# > False
load(stored, strict=False)
# > size mismatch for 1.weight: copying a param with shape torch.Size([1000, 8]) from checkpoint, the shape in current model is torch.Size([10, 8]).
# > False

# Right: what has the shape that the model wants.
fitting = {k: w for k, w in stored.items() if w.shape == own[k].shape}
load(fitting, strict=False)
# > loaded, but for: 1.weight 1.bias
# > True
