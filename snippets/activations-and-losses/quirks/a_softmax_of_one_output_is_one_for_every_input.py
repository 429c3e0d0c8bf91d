"""A softmax of one output is 1 for every input, and nothing is learnt."""

import torch
from torch import nn

inputs = torch.tensor([[-3.0], [-2.0], [-1.0], [1.0], [2.0], [3.0]])
target = torch.tensor([[0.0], [0.0], [1.0], [0.0], [1.0], [1.0]])
criterion = nn.BCELoss()
torch.manual_seed(0)


def train(activation):
    model = nn.Sequential(nn.Linear(1, 1), activation)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(300):
        probabilities = model(inputs)
        loss = criterion(probabilities, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    accuracy = ((probabilities > 0.5) == target).float().mean()
    lowest = probabilities.min()
    print(f"loss {loss:.2f}, accuracy {accuracy:.2f}, lowest {lowest:.2f}")
    return probabilities


# Wrong: one output has nothing to share with.
wrong = train(nn.Softmax(dim=1))
# > loss 50.00, accuracy 0.50, lowest 1.00

# Right: a sigmoid compares the one output with 0.
right = train(nn.Sigmoid())
# > loss 0.48, accuracy 0.67, lowest 0.10

# Notice it: the check is False after the softmax, True after a sigmoid.
for probabilities in wrong, right:
    print(bool(probabilities.min() < 1))
# > False
# > True
