"""Teacher forcing hides errors that add up when a model runs on its own."""

import torch
from torch import nn

criterion = nn.MSELoss()
series = torch.ones(21, 1)  # the truth: it stays as it is
model = nn.Linear(1, 1, bias=False).requires_grad_(False)
nn.init.constant_(model.weight, 1.05)  # each step is 5 percent too much


def show(outputs):
    error = criterion(outputs, series[1:])
    print(f"error {error:.4f}, last output {outputs[-1].item():.2f}")


# Wrong: before each step the model is given the true value.
outputs = model(series[:-1])
show(outputs)
# > error 0.0025, last output 1.05

# Right: before each step it has only its own output, as in use.
outputs = [series[0]]
for _ in range(20):
    outputs.append(model(outputs[-1]))
outputs = torch.stack(outputs[1:])
show(outputs)
# > error 0.7764, last output 2.65

# Of words: 95 percent are right with teacher forcing, and of whole texts:
for words in 1, 20:
    print(f"{words}: {0.95**words:.2f}")
# > 1: 0.95
# > 20: 0.36
