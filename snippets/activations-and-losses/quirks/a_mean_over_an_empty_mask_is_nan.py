"""A mean over a mask without a True is 0 / 0, and that is nan."""

import torch

torch.manual_seed(0)
labels = torch.tensor([0, 1, 1, 3])  # 0 and 3 have no partner
features = torch.nn.functional.normalize(torch.randn(4, 8), dim=1)
features.requires_grad_()
others = ~torch.eye(4, dtype=torch.bool)
positive = (labels[:, None] == labels) & others


def contrast(mean):  # as SupConLoss does, for each anchor
    logits = (features @ features.T / 0.5).masked_fill(~others, -1e4)
    each = mean(logits.log_softmax(dim=1) * positive, positive.sum(dim=1))
    (gradient,) = torch.autograd.grad(-each.mean(), features)
    print(*(f"{-value:.2f}" for value in each))
    print("gradient finite:", gradient.isfinite().all().item())


# Wrong: an anchor without a positive divides 0 by 0.
contrast(lambda found, count: found.sum(dim=1) / count)
# > nan 2.13 0.88 nan
# > gradient finite: False

# Right: leave such anchors out.
contrast(
    lambda found, count: found[count > 0].sum(dim=1) / count[count > 0]
)
# > 2.13 0.88
# > gradient finite: True

# Notice it: False for all anchors, True for those with a positive.
for count in positive.sum(dim=1), positive.sum(dim=1)[1:3]:
    print((count > 0).all().item())
# > False
# > True
