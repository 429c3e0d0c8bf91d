"""One log of an underflowed softmax turns every weight to nan."""

import torch
from torch import nn

inputs = torch.tensor([[110.0], [1.0]])  # the first one is an outlier
target = torch.tensor([1, 0])


def step(log_probabilities):
    model = nn.Linear(1, 2, bias=False)
    nn.init.eye_(model.weight)  # so that the logits are (input, 0)
    loss = nn.NLLLoss()(log_probabilities(model(inputs)), target)
    loss.backward()
    torch.optim.SGD(model.parameters(), lr=0.01).step()
    first, second = model.weight.flatten().tolist()
    print(f"loss {loss:.2f}, weights {first:.2f} and {second:.2f}")


# Wrong: a logarithm of the softmax.
step(lambda logits: torch.log(torch.softmax(logits, dim=1)))
# > loss inf, weights nan and nan

# Right: log_softmax, which is what cross-entropy computes.
step(lambda logits: torch.log_softmax(logits, dim=1))
# > loss 55.16, weights 0.45 and 0.55

for gap, dtype in (
    (100, torch.float32),
    (110, torch.float32),
    (16, torch.float16),
    (18, torch.float16),
):
    z = torch.tensor([0.0, -gap], dtype=dtype)
    log = torch.log(torch.softmax(z, dim=0))[1]
    print(f"{dtype}, logits {gap} apart: {log:.0f}")
# > torch.float32, logits 100 apart: -100
# > torch.float32, logits 110 apart: -inf
# > torch.float16, logits 16 apart: -16
# > torch.float16, logits 18 apart: -inf
