"""A preference loss is ln 2 at a margin of zero."""

import torch
import torch.nn.functional as F

for margin in torch.tensor([0.0, 1.0, 5.0, 15.0]).requires_grad_():
    loss = -F.logsigmoid(margin)
    (slope,) = torch.autograd.grad(loss, margin)
    print(f"{margin:.0f}: loss {loss:.4f}, slope {slope:.4f}")
# > 0: loss 0.6931, slope -0.5000
# > 1: loss 0.3133, slope -0.2689
# > 5: loss 0.0067, slope -0.0067
# > 15: loss 0.0000, slope -0.0000

# The first step of DPO: policy and reference are the same model.
policy = torch.tensor([-12.0, -15.0])  # log-probability: chosen, rejected
reference = policy.clone()
ratio = policy - reference
margin = 0.1 * (ratio[0] - ratio[1])
print(f"{-F.logsigmoid(margin):.4f}")
# > 0.6931

# The policy has moved: a larger beta makes the loss smaller.
moved = torch.tensor(10.0)  # ratio[0] - ratio[1] after some steps
for beta in 0.1, 0.5:
    print(f"beta {beta}: loss {-F.logsigmoid(beta * moved):.4f}")
# > beta 0.1: loss 0.3133
# > beta 0.5: loss 0.0067

# One pair per batch: the accuracy of a batch is 0 or 1.
margins = torch.tensor([0.4, -0.2, 0.9, 0.3])
print([float(one > 0) for one in margins])
# > [1.0, 0.0, 1.0, 1.0]
print(f"{(margins > 0).float().mean():.2f}")
# > 0.75
