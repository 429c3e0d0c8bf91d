"""In nn.Sequential, an added activation gives later weights new names."""

from torch import nn

old = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
new = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
stored = old.state_dict()
parallel = {f"module.{name}": value for name, value in stored.items()}
shift = {"0": "0", "1": "2"}
renamed = {shift[name[0]] + name[1:]: old for name, old in stored.items()}


def load(model, weights, **options):
    try:
        print(model.load_state_dict(weights, **options))
    except RuntimeError as error:
        print(" ".join(str(error).split()))


# Wrong: the names in the file are not those of the model.
load(new, stored)
# > Error(s) in loading state_dict for Sequential: Missing key(s) in state_dict: "2.weight", "2.bias". Unexpected key(s) in state_dict: "1.weight", "1.bias".
load(new, stored, strict=False)
# > _IncompatibleKeys(missing_keys=['2.weight', '2.bias'], unexpected_keys=['1.weight', '1.bias'])
load(old, parallel)
# > Error(s) in loading state_dict for Sequential: Missing key(s) in state_dict: "0.weight", "0.bias", "1.weight", "1.bias". Unexpected key(s) in state_dict: "module.0.weight", "module.0.bias", "module.1.weight", "module.1.bias".

# Right: the same names, by renaming.
load(new, renamed)
# > <All keys matched successfully>
load(old, {name.removeprefix("module."): w for name, w in parallel.items()})
# > <All keys matched successfully>

# Notice it: the check is False for the file, True for the renamed one.
for weights in stored, renamed:
    print(weights.keys() == new.state_dict().keys())
# > False
# > True
