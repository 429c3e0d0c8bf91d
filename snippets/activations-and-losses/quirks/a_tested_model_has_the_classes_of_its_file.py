"""A model that is to be tested has the number of classes of its file."""

import torch
from torch import nn

torch.manual_seed(0)
trained = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 156))
stored = trained.state_dict()


def test(model, weights, strict=True):
    # Notice it: False for another number of classes, True for the same.
    print(len(stored["1.bias"]) == model[1].out_features)
    try:
        model.load_state_dict(weights, strict)
        logits = model(torch.ones(4))
        print(f"class {logits.argmax()}, logit {logits.max():.3f}")
    except RuntimeError as error:
        print(str(error).splitlines()[1].strip())


test(trained, stored)
# > True
# > class 27, logit 1.346

# Wrong: the number of classes that the test program had before.
model = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 751))
test(model, stored)
# > False
# > size mismatch for 1.weight: copying a param with shape torch.Size([156, 8]) from checkpoint, the shape in current model is torch.Size([751, 8]).
body = {name: w for name, w in stored.items() if name[0] == "0"}
test(model, body, strict=False)  # the head stays random
# > False
# > class 490, logit 1.264

# Right: the number in the file.
model = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, len(stored["1.bias"])))
test(model, stored)
# > True
# > class 27, logit 1.346
