"""A contrastive loss is cross-entropy over the pairs of a batch."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
triplet = nn.TripletMarginLoss(margin=0.5)
models = {
    "apart": torch.eye(4),  # four embeddings, all at right angles
    "collapsed": torch.full((4, 4), 0.5),  # the same one for every input
}

# Both views of an input have its embedding; row i belongs to column i.
target = torch.arange(4)
for name, embedding in models.items():
    loss = triplet(embedding, embedding, embedding.flip(0))
    print(f"{name}: triplet {loss:.4f}")
    for temperature in (1.0, 0.1):
        logits = embedding @ embedding.T / temperature  # cosines
        loss = criterion(logits, target)
        print(f"  temperature {temperature:.1f}: {loss:.4f}")
# > apart: triplet 0.0000
# >   temperature 1.0: 0.7437
# >   temperature 0.1: 0.0001
# > collapsed: triplet 0.5000
# >   temperature 1.0: 1.3863
# >   temperature 0.1: 1.3863
