"""Yes or no, as two classes, takes two logits and CrossEntropyLoss."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 4)
truth = inputs @ torch.randn(4, 2) * 2  # a logit for no, and one for yes
target = torch.distributions.Categorical(logits=truth).sample()
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)

model = nn.Linear(4, 2)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    logits = model(inputs)
    loss = criterion(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    logits = model(unseen)
prediction = logits.argmax(dim=1)
score = (prediction == answers).float().mean()
baseline = (target.mode().values == answers).float().mean()
print(f"accuracy {score:.2f}, without the inputs {baseline:.1f}")
# > accuracy 0.90, without the inputs 0.5

first = criterion(0 * logits, answers)  # log(2)
trained = criterion(logits, answers)
floor = criterion(truth[1000:], answers)
print(f"loss {first:.2f}, trained {trained:.2f}, floor {floor:.2f}")
# > loss 0.69, trained 0.25, floor 0.26
