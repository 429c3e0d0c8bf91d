"""A learning rate of 0.6 kills both ReLU units within a few steps."""

import torch
from torch import nn

inputs = torch.tensor([[-2.0], [-1.0], [0.0], [1.0], [2.0]])
target = inputs.abs()

model = nn.Sequential(nn.Linear(1, 2), nn.ReLU(), nn.Linear(2, 1))
with torch.no_grad():
    model[0].weight.copy_(torch.tensor([[1.0], [-1.0]]))
    model[0].bias.zero_()
    model[2].weight.fill_(0.5)
    model[2].bias.zero_()
criterion = nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.6)

for step in range(101):
    outputs = model(inputs)
    loss = criterion(outputs, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step in (0, 1, 2, 3, 4, 5, 100):
        alive = (model[0](inputs) > 0).any(dim=0).sum()
        print(f"step {step}: loss {loss:.2f}, units alive {alive}")
# > step 0: loss 0.50, units alive 2
# > step 1: loss 2.24, units alive 0
# > step 2: loss 5.61, units alive 0
# > step 3: loss 0.76, units alive 0
# > step 4: loss 0.57, units alive 0
# > step 5: loss 0.56, units alive 0
# > step 100: loss 0.56, units alive 0

print("outputs", " ".join(f"{output:.2f}" for output in outputs.flatten()))
# > outputs 1.20 1.20 1.20 1.20 1.20
