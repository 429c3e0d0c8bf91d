"""KL divergence is cross-entropy minus the entropy of the target."""

import torch
from torch import nn

target = torch.tensor([[0.7, 0.2, 0.1], [0.1, 0.6, 0.3]])
entropy = -(target * target.log()).sum(dim=1).mean()
print(f"entropy of the target {entropy:.4f}")
# > entropy of the target 0.8499

cross_entropy = nn.CrossEntropyLoss()
kl = nn.KLDivLoss(reduction="batchmean")
off = torch.tensor([[0.5, 1.0, 0.0], [0.0, -1.0, 2.0]])
for name, start in (("off", off), ("equal", target.log())):
    logits = start.clone().requires_grad_()
    one = cross_entropy(logits, target)
    two = kl(logits.log_softmax(dim=1), target)
    (from_one,) = torch.autograd.grad(one, logits)
    (from_two,) = torch.autograd.grad(two, logits)
    print(f"{name}: cross-entropy {one:.4f}, KL {two.abs():.4f}")
    difference = (from_one - from_two).abs().max()
    print(f"  gradient at most {from_one.abs().max():.4f}")
    print(f"  gradients differ by {difference:.4f}")
# > off: cross-entropy 1.6501, KL 0.8002
# >   gradient at most 0.2790
# >   gradients differ by 0.0000
# > equal: cross-entropy 0.8499, KL 0.0000
# >   gradient at most 0.0000
# >   gradients differ by 0.0000
