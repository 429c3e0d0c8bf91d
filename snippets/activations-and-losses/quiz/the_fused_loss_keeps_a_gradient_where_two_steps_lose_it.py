"""The fused loss keeps a gradient where sigmoid and BCELoss lose it."""

import torch
from torch import nn

wrong = torch.tensor([0.0])  # so that a large positive logit is wrong
fused, two_steps = nn.BCEWithLogitsLoss(), nn.BCELoss()

for z in (2.0, 17.0):
    for name in ("two steps", "fused"):
        logit = torch.tensor([z], requires_grad=True)
        if name == "fused":
            loss = fused(logit, wrong)
        else:
            loss = two_steps(torch.sigmoid(logit), wrong)
        loss.backward()
        values = f"loss {loss:.3f}, gradient {logit.grad[0]:.3f}"
        print(f"logit {z:.0f}, {name}: {values}")
# > logit 2, two steps: loss 2.127, gradient 0.881
# > logit 2, fused: loss 2.127, gradient 0.881
# > logit 17, two steps: loss 100.000, gradient 0.000
# > logit 17, fused: loss 17.000, gradient 1.000

logits = torch.tensor([2.0, -1.0])
try:
    fused(logits, torch.tensor([1, 0]))
except RuntimeError as error:
    print(f"integer labels: {error}")
# > integer labels: result type Float can't be cast to the desired output type Long

before = logits.clone()
fused(logits, torch.tensor([1.0, 0.0]))
assert torch.equal(logits, before)  # the loss changes no output
shown = " ".join(f"{p:.4f}" for p in torch.sigmoid(logits))
print(f"outputs {logits.tolist()}, their sigmoid {shown}")
# > outputs [2.0, -1.0], their sigmoid 0.8808 0.2689
