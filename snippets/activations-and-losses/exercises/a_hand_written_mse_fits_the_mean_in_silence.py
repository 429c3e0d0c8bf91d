"""A mean squared error written by hand broadcasts without a word."""

import torch
from torch import nn

sizes = torch.tensor([[0.0], [1.0], [2.0], [3.0]])
prices = torch.tensor([1.0, 4.0, 7.0, 10.0])  # 3 * size + 1

torch.manual_seed(0)
model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

for _ in range(200):
    outputs = model(sizes)
    loss = ((outputs - prices) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

print(f"loss {loss:.4f}")
# > loss 11.2500
print("outputs", " ".join(f"{output:.2f}" for output in outputs.flatten()))
# > outputs 5.50 5.50 5.50 5.50
