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
    return loss


# Wrong: a logarithm of the softmax.
wrong = step(lambda logits: torch.log(torch.softmax(logits, dim=1)))
# > loss inf, weights nan and nan

# Right: log_softmax, which is what cross-entropy computes.
right = step(lambda logits: torch.log_softmax(logits, dim=1))
# > loss 55.16, weights 0.45 and 0.55

for dtype, gaps in (torch.float32, (100, 110)), (torch.float16, (16, 18)):
    z = torch.tensor([[0.0, -gap] for gap in gaps], dtype=dtype)
    log = torch.log(torch.softmax(z, dim=1))[:, 1]
    print(f"{dtype}, logits {gaps} apart:", *(f"{x:.0f}" for x in log))
# > torch.float32, logits (100, 110) apart: -100 -inf
# > torch.float16, logits (16, 18) apart: -16 -inf

# Notice it: the check is False for the log of the softmax, then True.
for loss in wrong, right:
    print(bool(loss.isfinite()))
# > False
# > True
