"""Missing labels are left out of the mean, and not counted as no."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 4)
target = (inputs @ torch.randn(4, 3) * 2 + 1).sigmoid().bernoulli()
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)
target[torch.rand(1000, 3) < 0.7] = torch.nan  # seven of ten are missing
known = ~target.isnan()
target = target.nan_to_num()  # a NaN would reach every weight

criterion = nn.BCEWithLogitsLoss()
for counted in torch.ones_like(known), known:  # wrong, and then right
    model = nn.Linear(4, 3)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(100):
        logits = model(inputs)
        loss = criterion(logits[counted], target[counted])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        logits = model(unseen)
    prediction = logits > 0
    score = (prediction == answers).float().mean()
    print(f"accuracy {score:.1f}, {counted.float().mean():.0%} counted")
# > accuracy 0.4, 100% counted
# > accuracy 0.8, 30% counted

baseline = (answers.median(dim=0).values == answers).float().mean()
print(f"without the inputs {baseline:.2f}")
# > without the inputs 0.62

first = criterion(0 * logits, answers)  # log(2)
trained = criterion(logits, answers)
print(f"loss {first:.2f}, trained {trained:.2f}")
# > loss 0.69, trained 0.40
