"""MSE on raw outputs learns ten classes; after a softmax it lags behind."""

import torch
from torch import nn

torch.manual_seed(0)
centres = torch.randn(10, 32)
target = torch.arange(10).repeat(20)
inputs = centres[target] + 0.1 * torch.randn(200, 32)
one_hot = nn.functional.one_hot(target).float()
cross_entropy, mse = nn.CrossEntropyLoss(), nn.MSELoss()


def steps_to_learn(loss_of):
    model = nn.Sequential(nn.Linear(32, 64), nn.ReLU(), nn.Linear(64, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for step in range(200):
        outputs = model(inputs)
        if torch.equal(outputs.argmax(dim=1), target):
            return step
        optimizer.zero_grad()
        loss_of(outputs).backward()
        optimizer.step()
    return "over 200"


losses = {
    "cross-entropy": lambda logits: cross_entropy(logits, target),
    "MSE, raw outputs": lambda outputs: mse(outputs, one_hot),
    "MSE after softmax": lambda logits: mse(logits.softmax(1), one_hot),
}
for name, loss_of in losses.items():
    print(f"{name}: {steps_to_learn(loss_of)} steps")
# > cross-entropy: 2 steps
# > MSE, raw outputs: 4 steps
# > MSE after softmax: 117 steps
