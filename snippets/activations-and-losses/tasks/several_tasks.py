"""Several tasks share a model, and learn how much each of them counts."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(2000, 4)
price = inputs @ torch.randn(4, 1) * 10 + 10 * torch.randn(2000, 1)
chance = torch.distributions.Categorical(logits=inputs @ torch.randn(4, 3))
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, prices = price.chunk(2)
classes, answers = chance.sample().chunk(2)

model = nn.Linear(4, 4)  # one price, and three logits
mse, cross_entropy = nn.MSELoss(), nn.CrossEntropyLoss()
logs = torch.zeros(2, requires_grad=True)  # of the variance of each task
optimizer = torch.optim.Adam([*model.parameters(), logs], lr=0.1)
for _ in range(400):
    outputs = model(inputs)
    price_cost = mse(outputs[:, :1], target)
    class_cost = cross_entropy(outputs[:, 1:], classes)
    loss = (
        torch.stack([price_cost, class_cost]) * (-logs).exp() + logs
    ).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

outputs = model(unseen).detach()
prediction = outputs[:, 1:].argmax(dim=1)
score = (prediction == answers).float().mean()
baseline = (answers.mode().values == answers).float().mean()
print(f"accuracy {score:.2f}, without the inputs {baseline:.2f}")
# > accuracy 0.74, without the inputs 0.38
error = (outputs[:, :1] - prices).square().mean().sqrt()
weights = (-logs).exp()
print(f"RMSE of the price {error:.1f}, of its noise alone 10.0")
# > RMSE of the price 10.4, of its noise alone 10.0
print(f"the price counts {weights[0]:.3f}, the class {weights[1]:.1f}")
# > the price counts 0.012, the class 1.6
