"""MSE after a softmax needs a much larger learning rate than without."""

import torch
from torch import nn

torch.manual_seed(0)
centres = torch.randn(10, 32)
target = torch.arange(10).repeat(20)
inputs = centres[target] + 0.1 * torch.randn(200, 32)
one_hot = nn.functional.one_hot(target).float()
cross_entropy, mse = nn.CrossEntropyLoss(), nn.MSELoss()


def steps_to_learn(loss_of, rate):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(32, 64), nn.ReLU(), nn.Linear(64, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
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
    slow, fast = steps_to_learn(loss_of, 0.5), steps_to_learn(loss_of, 20)
    print(f"{name}: {slow} steps at rate 0.5, {fast} at 20")
# > cross-entropy: 3 steps at rate 0.5, over 200 at 20
# > MSE, raw outputs: 7 steps at rate 0.5, over 200 at 20
# > MSE after softmax: 127 steps at rate 0.5, 4 at 20
