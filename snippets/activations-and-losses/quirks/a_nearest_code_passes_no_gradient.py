"""The nearest code of a codebook passes no gradient to the encoder."""

import torch
from torch import nn
from torch.nn.functional import mse_loss

torch.manual_seed(0)
encoder, decoder = nn.Linear(4, 2), nn.Linear(2, 4)
codebook, inputs = nn.Embedding(8, 2), torch.randn(16, 4)
z = encoder(inputs)
index = torch.cdist(z, codebook.weight).argmin(dim=1)
code = codebook(index)


def show(loss):
    encoder.zero_grad()
    codebook.zero_grad()
    loss.backward(retain_graph=True)
    print("encoder learns:", encoder.weight.grad is not None, end=", ")
    print("codebook learns:", codebook.weight.grad is not None)


# Wrong: the code goes into the decoder.
quantized = code
show(mse_loss(decoder(quantized), inputs))
# > encoder learns: False, codebook learns: True

# Right: the value of the code, and the gradient of z.
quantized = z + (code - z).detach()
show(mse_loss(decoder(quantized), inputs))
# > encoder learns: True, codebook learns: False

# A term for the codebook, from quantized and from the code.
show(mse_loss(quantized, z.detach()))
# > encoder learns: True, codebook learns: False
show(mse_loss(code, z.detach()))
# > encoder learns: False, codebook learns: True

print(index.unique().numel(), "of 8 codes are in use")
# > 5 of 8 codes are in use
