"""An argmax before the loss cuts the gradient off."""

import torch
from torch import nn

logits = torch.tensor([[2.0, 0.0], [0.0, 1.0]], requires_grad=True)
target = torch.tensor([0, 0])
predicted = logits.argmax(dim=1)
print(f"predicted {predicted.tolist()}")
# > predicted [0, 1]

try:
    nn.MSELoss()(predicted.float(), target.float()).backward()
except RuntimeError as error:
    print(error)
# > element 0 of tensors does not require grad and does not have a grad_fn

# Right: the loss sees the logits, and argmax serves the metric.
loss = nn.CrossEntropyLoss()(logits, target)
loss.backward()
print(f"loss {loss:.4f}, gradient {logits.grad[1, 0].item():.4f}")
# > loss 0.7201, gradient -0.3655
print(f"accuracy {(predicted == target).float().mean():.2f}")
# > accuracy 0.50
