"""A rare label is found with a threshold of its own."""

import torch

torch.manual_seed(0)
often = torch.rand(4000)  # the chance of a tag that is frequent
rare = torch.where(torch.rand(4000) < 0.1, 0.35, 0.01)  # and of a rare one
chances = torch.stack([often, rare], dim=1)  # as a perfect model says them
labels = torch.rand(4000, 2) < chances
half = 2000  # the first half chooses, the second half is judged


def f1(predicted, labels):
    both = (predicted & labels).sum(dim=0)
    return 2 * both / (predicted.sum(dim=0) + labels.sum(dim=0))


# Wrong: one half for all tags.
threshold = torch.tensor([0.5, 0.5])
for score in f1(chances[half:] > threshold, labels[half:]):
    print(f"F1 {score:.2f}")
# > F1 0.74
# > F1 0.00

# Right: for each tag, the threshold with the best F1 of the first half.
steps = torch.linspace(0.05, 0.95, 19)
scores = torch.stack([f1(chances[:half] > t, labels[:half]) for t in steps])
threshold = steps[scores.argmax(dim=0)]
for score in f1(chances[half:] > threshold, labels[half:]):
    print(f"F1 {score:.2f}")
# > F1 0.74
# > F1 0.46

# Notice it: False where a tag is never predicted, True where each is.
for cut in torch.tensor(0.5), threshold:
    predicted = chances[half:] > cut
    print((predicted.sum(dim=0) > 0).all().item())
# > False
# > True
