"""A softmax is sure of what it has never seen."""

import torch
from torch import nn

torch.manual_seed(0)
labels = torch.arange(3).repeat(100)
centres = torch.tensor([[4.0, 0.0], [-4.0, 4.0], [-4.0, -4.0]])
inputs = centres[labels] + torch.randn(300, 2)
fresh = centres[labels[:100]] + torch.randn(100, 2)
strange = torch.tensor([15.0, 15.0]) + torch.randn(100, 2)  # no class of it

model = nn.Linear(2, 3)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(100):
    loss = nn.CrossEntropyLoss()(model(inputs), labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def show(known):
    print(f"called known: {known.sum()} of 100")


# Wrong: known is what the softmax is sure of.
known = model(strange).softmax(dim=1).amax(dim=1) > 0.9
show(known)
# > called known: 100 of 100

# Right: known is what lies near something of the training.
known = torch.cdist(strange, inputs).amin(dim=1) < 1.5
show(known)
# > called known: 0 of 100
known = torch.cdist(fresh, inputs).amin(dim=1) < 1.5
show(known)
# > called known: 99 of 100
