"""New inputs are prepared as those of the training were."""

import torch
from torch import nn

torch.manual_seed(0)
train = 120 + 40 * torch.randn(400, 2)  # brightness, two spots of a picture
target = (train.mean(dim=1) > 120).long()  # 0: dark, 1: bright
new = 80 + 40 * torch.randn(400, 2)  # taken in the evening
answer = (new.mean(dim=1) > 120).long()

mean, std = train.mean(dim=0), train.std(dim=0)
model = nn.Linear(2, 2)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(200):
    loss = nn.CrossEntropyLoss()(model((train - mean) / std), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def right(inputs):
    predicted = model(inputs).argmax(dim=1)
    print(f"right: {(predicted == answer).float().mean():.0%}")


# Wrong: not prepared, or by the mean and deviation of the new inputs.
inputs = new
right(inputs)
# > right: 9%
inputs = (new - new.mean(dim=0)) / new.std(dim=0)
right(inputs)
# > right: 57%

# Right: by the mean and deviation of the training.
inputs = (new - mean) / std
right(inputs)
# > right: 100%
