"""LeakyReLU has a slope of a hundredth, and its relatives have others."""

import torch
from torch import nn

inputs = torch.tensor([-1.0, 1.0])
activations = {
    "LeakyReLU()": nn.LeakyReLU(),
    "PReLU()": nn.PReLU(),
    "RReLU().eval()": nn.RReLU().eval(),
    "LeakyReLU(0.2)": nn.LeakyReLU(0.2),
    "LeakyReLU(-0.2)": nn.LeakyReLU(-0.2),  # Wrong: folds the line up.
}
for name, activation in activations.items():
    negative, positive = activation(inputs).tolist()
    learned = len(list(activation.parameters()))
    print(f"{name:15} {negative:7.4f} {positive:.4f}, {learned} learned")
# > LeakyReLU()     -0.0100 1.0000, 0 learned
# > PReLU()         -0.2500 1.0000, 1 learned
# > RReLU().eval()  -0.2292 1.0000, 0 learned
# > LeakyReLU(0.2)  -0.2000 1.0000, 0 learned
# > LeakyReLU(-0.2)  0.2000 1.0000, 0 learned
