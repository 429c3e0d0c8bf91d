"""The softmax of torch.nn takes dim, and refuses axis."""

import torch
from torch import nn
from torch.nn import functional as F

logits = torch.tensor([[1.0, 2.0, 3.0]])


def show(*calls):
    for call in calls:
        try:
            print([f"{share:.4f}" for share in call()[0]])
        except TypeError as error:
            print(error)


# Wrong: axis, the word of NumPy; and dim when a layer is called.
show(
    lambda: F.softmax(logits, axis=1),
    lambda: nn.Softmax(axis=1)(logits),
    lambda: nn.Softmax()(logits, dim=1),
)
# > softmax() got an unexpected keyword argument 'axis'
# > Softmax.__init__() got an unexpected keyword argument 'axis'
# > Softmax.forward() got an unexpected keyword argument 'dim'

# Right: dim, which a layer takes when it is made.
show(lambda: F.softmax(logits, dim=1), lambda: nn.Softmax(dim=1)(logits))
# > ['0.0900', '0.2447', '0.6652']
# > ['0.0900', '0.2447', '0.6652']

# Outside torch.nn, softmax takes both words.
show(lambda: torch.softmax(logits, axis=1))
# > ['0.0900', '0.2447', '0.6652']
show(lambda: logits.softmax(axis=1))
# > ['0.0900', '0.2447', '0.6652']
