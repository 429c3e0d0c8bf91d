"""An angular margin lowers the right logit, and the accuracy with it."""

import torch
from torch.nn.functional import cross_entropy, normalize, one_hot

torch.manual_seed(0)
labels = torch.arange(200) % 10
faces = torch.randn(10, 32)[labels] + 1.2 * torch.randn(200, 32)
centres = torch.randn(10, 32, requires_grad=True)
optimizer = torch.optim.Adam([centres], lr=0.02)


def with_margin(cosines, margin=0.5):  # as in ArcFace
    lower = (cosines.clamp(-0.999, 0.999).acos() + margin).cos()
    return torch.where(one_hot(labels, 10).bool(), lower, cosines)


for _ in range(41):
    cosines = normalize(faces) @ normalize(centres).T
    logits = with_margin(cosines)
    optimizer.zero_grad()
    cross_entropy(16 * logits, labels).backward()
    optimizer.step()

# Wrong: the logits of the loss.
predicted = logits.argmax(dim=1)
print(f"{(predicted == labels).float().mean():.1f}")
# > 0.0

# Right: the cosines, as at test time.
predicted = cosines.argmax(dim=1)
print(f"{(predicted == labels).float().mean():.1f}")
# > 0.8

# Notice it: the check is False with the margin, True without.
for logits in with_margin(cosines), cosines:
    print(torch.equal(logits, cosines))
# > False
# > True
