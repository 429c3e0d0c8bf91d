"""At the last step, the way back of an LSTM has read that step alone."""

import torch
from torch import nn

torch.manual_seed(0)
lstm = nn.LSTM(3, 4, batch_first=True, bidirectional=True)
series = torch.rand(1, 5, 3)
other = series.clone()
other[0, 0] += 1  # the first step is another one


def show(summary):
    one, two = (summary(*lstm(x)) for x in (series, other))
    for way, part in ("there", slice(0, 4)), ("back", slice(4, 8)):
        sees = not torch.equal(one[:, part], two[:, part])
        print(f"the way {way} has read the first step: {sees}")


# Wrong: the outputs of the last step.
show(lambda output, state: output[:, -1])
# > the way there has read the first step: True
# > the way back has read the first step: False

# Right: the last state of both ways.
show(lambda output, state: torch.cat([*state[0][-2:]], dim=1))
# > the way there has read the first step: True
# > the way back has read the first step: True
