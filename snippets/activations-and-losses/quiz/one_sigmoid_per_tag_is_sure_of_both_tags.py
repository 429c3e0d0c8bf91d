"""One sigmoid per tag can be sure of two tags; a softmax cannot."""

import torch
from torch import nn

target = torch.tensor([[1.0, 1.0, 0.0]])  # cat, dog, car
softmax, sigmoid = nn.Softmax(dim=1), nn.Sigmoid()
cross_entropy, fused = nn.CrossEntropyLoss(), nn.BCEWithLogitsLoss()
bce, mse = nn.BCELoss(), nn.MSELoss()
pairs = {
    "CrossEntropyLoss": (cross_entropy, softmax),
    "Softmax, BCELoss": (lambda z, y: bce(softmax(z), y), softmax),
    "Softmax, MSELoss": (lambda z, y: mse(softmax(z), y), softmax),
    "BCEWithLogitsLoss": (fused, sigmoid),
}
for name, (criterion, link) in pairs.items():
    logits = torch.zeros(1, 3, requires_grad=True)  # free to take any value
    optimizer = torch.optim.SGD([logits], lr=1.0)
    for _ in range(100):
        loss = criterion(logits, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    shown = " ".join(f"{p:.2f}" for p in link(logits)[0])
    print(f"{name}: {shown}")
# > CrossEntropyLoss: 0.50 0.50 0.00
# > Softmax, BCELoss: 0.50 0.50 0.01
# > Softmax, MSELoss: 0.49 0.49 0.02
# > BCEWithLogitsLoss: 0.97 0.97 0.03
