"""A model that gets no labels returns no loss, only logits."""

import torch
from torch.nn.functional import cross_entropy

head = torch.nn.Linear(5, 3, bias=False)


def model(inputs, labels=None):  # as a model of transformers does
    logits = head(inputs)
    if labels is None:
        return {"logits": logits}
    return {"loss": cross_entropy(logits, labels), "logits": logits}


def train(batch):  # as a trainer does: it drops what model does not name
    names = batch.keys() & {"inputs", "labels"}
    print(f"{model(**{name: batch[name] for name in names})['loss']:.2f}")


def make(name):
    return {"inputs": torch.zeros(4, 5), name: torch.tensor([0, 2, 1, 0])}


# Wrong: the model names no "category", so no labels arrive.
try:
    train(make("category"))
except KeyError as error:
    print("KeyError:", error)
# > KeyError: 'loss'

# Right: the name that the model has.
train(make("labels"))
# > 1.10

# Notice it: the check is False without labels, True with them.
for batch in make("category"), make("labels"):
    print("labels" in batch)
# > False
# > True
