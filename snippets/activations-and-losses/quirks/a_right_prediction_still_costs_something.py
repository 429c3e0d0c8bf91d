"""A right prediction still costs something, as long as it is unsure."""

import torch
from torch import nn

scores, target = torch.tensor([[0.0, 0.0, 0.0, 1.0]]), torch.tensor([3])
for scale in (1, 10, 1000):
    sure = (scale * scores).softmax(dim=1).max()
    loss = nn.CrossEntropyLoss()(scale * scores, target)
    print(f"score {scale}: probability {sure:.2f}, loss {loss:.4f}")
# > score 1: probability 0.48, loss 0.7437
# > score 10: probability 1.00, loss 0.0001
# > score 1000: probability 1.00, loss 0.0000

# Probabilities that round to the labels are not equal to them.
outputs, labels = torch.tensor([0.29, 0.71]), torch.tensor([0.0, 1.0])
loss = nn.BCELoss()(outputs, labels)
assert (outputs.round() == labels).all()
print(f"outputs {outputs[0]:.2f} and {outputs[1]:.2f}, loss {loss:.4f}")
# > outputs 0.29 and 0.71, loss 0.3425

# So a loss goes on falling when every answer is right.
inputs, target = torch.tensor([[-1.0], [1.0]]), torch.tensor([0, 1])
model = nn.Linear(1, 2)
nn.init.zeros_(model.weight)
nn.init.zeros_(model.bias)
optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
for step in range(101):
    logits = model(inputs)
    loss = nn.CrossEntropyLoss()(logits, target)
    if step in (1, 10, 100):
        right = (logits.argmax(dim=1) == target).float().mean()
        print(f"step {step}: accuracy {right:.0%}, loss {loss:.4f}")
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
# > step 1: accuracy 100%, loss 0.3133
# > step 10: accuracy 100%, loss 0.0474
# > step 100: accuracy 100%, loss 0.0050
