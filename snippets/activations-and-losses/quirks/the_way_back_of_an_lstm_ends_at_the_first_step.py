"""At the last step, the way back of an LSTM has read that step alone."""

import torch
from torch import nn

torch.manual_seed(0)
lstm = nn.LSTM(3, 4, batch_first=True, bidirectional=True)
series = torch.rand(1, 5, 3)
other = series.clone()
other[0, 0] += 1  # the first step is another one


def show(summary):
    vectors = []
    for x in series, other:
        output, (h_n, _) = lstm(x)
        vectors.append(summary(output, h_n))
    changed = vectors[0] != vectors[1]
    for name, half in zip(
        ["forward", "backward"], changed.chunk(2, 1), strict=True
    ):
        print(f"the {name} half has read the first step: {half.any()}")


# Wrong: the outputs of the last step.
show(lambda output, h_n: output[:, -1])
# > the forward half has read the first step: True
# > the backward half has read the first step: False

# Right: the last state of both directions.
show(lambda output, h_n: torch.cat([h_n[-2], h_n[-1]], dim=1))
# > the forward half has read the first step: True
# > the backward half has read the first step: True
