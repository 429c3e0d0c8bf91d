"""A model that gets no labels returns no loss, only logits."""

import torch
from torch.nn.functional import cross_entropy

head = torch.nn.Linear(5, 3, bias=False)
images, labels = torch.zeros(4, 5), torch.tensor([0, 2, 1, 0])


def model(pixel_values, labels=None):  # as a model of transformers does
    logits = head(pixel_values)
    if labels is None:
        return {"logits": logits}
    return {"loss": cross_entropy(logits, labels), "logits": logits}


def train(batch):  # as a trainer does: it drops what model does not name
    names = batch.keys() & {"pixel_values", "labels"}
    print(f"{model(**{name: batch[name] for name in names})['loss']:.2f}")


# Wrong: the model names no "category", so no labels arrive.
batch = {"pixel_values": images, "category": labels}
try:
    train(batch)
except KeyError as error:
    print("KeyError:", error)
# > KeyError: 'loss'

# Right: the name that the model has.
batch = {"pixel_values": images, "labels": labels}
train(batch)
# > 1.10

# Notice it: the check is False without labels, True with them.
for name in "category", "labels":
    batch = {"pixel_values": images, name: labels}
    print("labels" in batch)
# > False
# > True
