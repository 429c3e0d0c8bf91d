"""A training loss is measured with dropout, and before its epoch ends."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(1024, 10)
target = (inputs[:, :3].sum(dim=1) > 0).long()
training = inputs[:512], target[:512]
validation = inputs[512:], target[512:]
model = nn.Sequential(
    nn.Linear(10, 64), nn.ReLU(), nn.Dropout(), nn.Linear(64, 2)
)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.CrossEntropyLoss()

# One epoch: the loss of a batch is noted before the step that it makes.
losses = []
batches = (part.split(16) for part in training)
for x, y in zip(*batches, strict=True):
    loss = criterion(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
print(f"training, during the epoch {sum(losses) / len(losses):.2f}")
# > training, during the epoch 0.51

# After it, the same data with dropout and without, then the others.
for mode, name, (x, y) in (
    (model.train, "training, train()", training),
    (model.eval, "training, eval()", training),
    (model.eval, "validation, eval()", validation),
):
    mode()
    with torch.no_grad():
        print(f"{name} {criterion(model(x), y):.2f}")
# > training, train() 0.38
# > training, eval() 0.33
# > validation, eval() 0.35
