"""The weights of a loss learn only if the optimizer has them."""

import torch
from torch import nn
from torch.nn.functional import cross_entropy, normalize


class Head(nn.Module):  # of ArcFace, without its margin
    def __init__(self):
        super().__init__()
        self.centers = nn.Parameter(torch.randn(5, 8))
        self.log_scale = nn.Parameter(torch.tensor(0.0))

    def forward(self, features, labels):
        cosine = normalize(features) @ normalize(self.centers).T
        return cross_entropy(self.log_scale.exp() * cosine, labels)


def train(weights_of):
    torch.manual_seed(0)
    model, head, labels = nn.Linear(8, 8), Head(), torch.arange(50) % 5
    inputs = torch.eye(8)[labels] + 0.1 * torch.randn(50, 8)
    before = head.centers.clone()
    optimizer = torch.optim.Adam(weights_of(model, head), lr=0.05)
    for _ in range(200):
        optimizer.zero_grad()
        loss = head(model(inputs), labels)
        loss.backward()
        optimizer.step()
    moved = not torch.equal(before, head.centers)  # Notice it
    print(f"loss {loss:.1f}, scale {head.log_scale.exp():.0f}, {moved}")


# Wrong: the weights of the model alone.
train(lambda model, head: model.parameters())
# > loss 0.8, scale 1, False

# Right: those of the loss, too.
train(lambda model, head: [*model.parameters(), *head.parameters()])
# > loss 0.0, scale 8, True
