"""Forward KL covers both peaks, and reverse KL takes one."""

import torch
from torch import nn

target = torch.tensor([0.49, 0.02, 0.49])  # two peaks and a gap
models = {  # each model can have one peak only
    "wide": torch.tensor([0.30, 0.40, 0.30]),
    "narrow": torch.tensor([0.96, 0.02, 0.02]),
}
kl = nn.KLDivLoss(reduction="sum")  # (log q, p) gives KL(p || q)

for name, model in models.items():
    forward = kl(model.log(), target)
    reverse = kl(target.log(), model)
    by_hand = (model * (model / target).log()).sum()
    torch.testing.assert_close(reverse, by_hand)
    print(f"{name}: forward {forward:.4f}, reverse {reverse:.4f}")
# > wide: forward 0.4209, reverse 0.9039
# > narrow: forward 1.2378, reverse 0.5817

empty = torch.tensor([0.50, 0.00, 0.50])  # leaves the gap out altogether
print(f"empty gap: forward {kl(empty.log(), target):.4f}")
# > empty gap: forward inf
print(f"           reverse {kl(target.log(), empty):.4f}")
# >            reverse 0.0202
