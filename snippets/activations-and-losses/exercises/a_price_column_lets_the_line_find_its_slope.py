"""With prices of shape (N, 1) the line finds its slope."""

import torch
from torch import nn

sizes = torch.tensor([[0.0], [1.0], [2.0], [3.0]])
prices = torch.tensor([1.0, 4.0, 7.0, 10.0]).unsqueeze(1)  # Right: (4, 1)

torch.manual_seed(0)
model = nn.Linear(1, 1)
criterion = nn.MSELoss()  # it would have warned
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

for _ in range(200):
    outputs = model(sizes)
    assert outputs.shape == prices.shape
    loss = criterion(outputs, prices)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

print(f"loss {loss:.4f}")
# > loss 0.0000
print("outputs", " ".join(f"{output:.2f}" for output in outputs.flatten()))
# > outputs 1.00 4.00 7.00 10.00

# Why the other shape fails: sixteen differences instead of four.
print(tuple((outputs - prices.squeeze(1)).shape))
# > (4, 4)
