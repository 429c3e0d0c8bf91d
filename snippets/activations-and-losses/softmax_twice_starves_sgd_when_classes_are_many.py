"""A second softmax hides with 10 easy classes and starves SGD with 100."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()


def train(classes, softmax_first):
    centres = torch.randn(classes, 32)
    target = torch.arange(classes).repeat(5)
    inputs = centres[target] + 0.1 * torch.randn(classes * 5, 32)
    head = nn.Linear(64, classes)
    model = nn.Sequential(nn.Linear(32, 64), nn.ReLU(), head)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for _ in range(150):
        logits = model(inputs)
        outputs = logits.softmax(dim=1) if softmax_first else logits
        loss = criterion(outputs, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    accuracy = (logits.argmax(dim=1) == target).float().mean()
    return f"accuracy {accuracy:.1f}, loss {loss:.1f}"


torch.manual_seed(0)
for classes in (10, 100):
    print(f"{classes} classes, logits:  {train(classes, False)}")
    print(f"{classes} classes, softmax: {train(classes, True)}")
# > 10 classes, logits:  accuracy 1.0, loss 0.0
# > 10 classes, softmax: accuracy 1.0, loss 1.5
# > 100 classes, logits:  accuracy 1.0, loss 0.0
# > 100 classes, softmax: accuracy 0.0, loss 4.6
