"""Which of two is better takes a score for each, and MarginRankingLoss."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(4000, 2, 4)
quality = inputs @ torch.randn(4, 1)
gap = quality[:, 0] - quality[:, 1]
clear = gap[:, 0].abs() > 0.5  # nobody ranks what looks the same
inputs, target = inputs[clear][:2000], gap[clear][:2000].sign()
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)

model = nn.Linear(4, 1)  # one score for one answer, whatever the other is
criterion = nn.MarginRankingLoss(margin=1.0)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(150):
    scores = model(inputs)
    loss = criterion(scores[:, 0], scores[:, 1], target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    scores = model(unseen)
prediction = (scores[:, 0] - scores[:, 1]).sign()
score = (prediction == answers).float().mean()
baseline = (answers.mode(dim=0).values == answers).float().mean()
print(f"accuracy {score:.2f}, without the inputs {baseline:.2f}")
# > accuracy 1.00, without the inputs 0.50

first = criterion(0 * scores[:, 0], 0 * scores[:, 1], answers)  # 1
trained = criterion(scores[:, 0], scores[:, 1], answers)
print(f"loss {first:.2f}, trained {trained:.2f}")
# > loss 1.00, trained 0.00
