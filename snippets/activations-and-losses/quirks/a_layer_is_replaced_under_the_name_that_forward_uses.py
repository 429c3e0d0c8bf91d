"""A layer is replaced under the name that forward uses."""

import torch
from torch import nn


class Pretrained(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(8, 16)
        self.fc = nn.Linear(16, 1000)

    def forward(self, x):
        return self.fc(self.body(x).relu())


torch.manual_seed(0)
inputs, labels = torch.randn(4, 8), torch.tensor([0, 1, 2, 4])


def look(model):
    logits = model(inputs)
    loss = nn.CrossEntropyLoss()(logits, labels)
    print(f"{logits.shape[1]} outputs, first loss {loss:.0f}")


# Wrong: a number is changed, and a name that forward does not use.
model = Pretrained()
model.fc.out_features = 5
look(model)
# > 1000 outputs, first loss 7
model.classifier = nn.Linear(16, 5)
look(model)
# > 1000 outputs, first loss 7

# Right: another layer under the name that the model has.
model = Pretrained()
model.fc = nn.Linear(model.fc.in_features, 5)
look(model)
# > 5 outputs, first loss 2
