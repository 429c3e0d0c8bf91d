"""`load_state_dict` brings the state to the weights as they are then."""

import torch
from torch import nn

torch.manual_seed(0)
x, target = torch.ones(4, 2), torch.zeros(4, 1)


def run(first, state=None):
    """Take a step in float64, the stand-in for a move to the GPU."""
    model = nn.Linear(2, 1)
    optimizer = torch.optim.Adam(model.parameters())
    for step in first:
        if step == "move":
            model.to(torch.float64)
        elif state:
            optimizer.load_state_dict(state)
    outputs = model(x.to(model.weight.dtype))
    try:
        nn.functional.mse_loss(outputs, target.to(outputs)).backward()
        optimizer.step()
        print(optimizer.state[model.weight]["exp_avg"].dtype)
    except RuntimeError as error:
        print(error)
    return optimizer.state_dict()


saved = run([])
# > torch.float32

# Wrong: the state is loaded, and the weights move after it.
run(["load", "move"], saved)
# > expected dtype float for `end` but got dtype double

# Right: the weights are where they stay, and then the state comes.
run(["move", "load"], saved)
# > torch.float64
