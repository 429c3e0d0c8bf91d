"""CrossEntropyLoss after LogSoftmax trains exactly as it does without."""

import torch
from torch import nn

inputs = torch.tensor([[2.0, 0.0], [0.0, 1.0], [-1.0, -1.0], [1.0, 1.0]])
target = torch.tensor([0, 1, 2, 1])
criterion = nn.CrossEntropyLoss()

for ending in (nn.Identity(), nn.LogSoftmax(dim=1), nn.Softmax(dim=1)):
    weight = torch.zeros(2, 3, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=0.5)
    for _ in range(50):
        outputs = ending(inputs @ weight)
        loss = criterion(outputs, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"{ending}: loss {loss:.4f}")
    shares = " ".join(f"{share:.4f}" for share in outputs[0].softmax(dim=0))
    print(f"  softmax {shares}, sum of exp {outputs[0].exp().sum():.2f}")
# > Identity(): loss 0.0624
# >   softmax 0.9423 0.0543 0.0035, sum of exp 17.78
# > LogSoftmax(dim=1): loss 0.0624
# >   softmax 0.9423 0.0543 0.0035, sum of exp 1.00
# > Softmax(dim=1): loss 0.6194
# >   softmax 0.5407 0.2387 0.2206, sum of exp 4.57

# Notice it: False for probabilities, True for log-probabilities.
logits = inputs @ weight
for outputs in logits.softmax(dim=1), logits.log_softmax(dim=1):
    print(bool((outputs.exp().sum(dim=1) - 1).abs().max() < 1 / 100))
# > False
# > True
