"""A grade on an ordered scale takes one logit for each step up."""

import torch
from torch import nn

torch.manual_seed(0)
STEPS = 4  # five grades, 0 to 4, have four steps between them
inputs = torch.randn(2000, 4)
quality = inputs @ torch.randn(4, 1) * 3
truth = quality - torch.tensor([-3.0, -1.0, 1.0, 3.0])
grade = (truth + torch.rand(2000, 1).logit() > 0).sum(dim=1)
# Grade 2 becomes 1, 1, 0, 0: it is above the first and the second step.
target = (grade[:, None] > torch.arange(STEPS)).float()
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)

model = nn.Linear(4, STEPS)
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    logits = model(inputs)
    loss = criterion(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    logits = model(unseen)
prediction = (logits > 0).sum(dim=1)
wanted = grade[1000:]
score = (prediction - wanted).abs().float().mean()
baseline = (grade[:1000].median() - wanted).abs().float().mean()
print(f"mean error {score:.2f}, without the inputs {baseline:.2f}")
# > mean error 0.53, without the inputs 1.20

first = criterion(0 * logits, answers)  # log(2)
trained = criterion(logits, answers)
floor = criterion(truth[1000:], answers)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 0.69, trained 0.30, floor 0.30
