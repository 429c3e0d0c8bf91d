"""A log-softmax subtracts the maximum first, so that no exp overflows."""

import torch

logits = torch.tensor([1000.0, 999.0, -1000.0])


def show(name, values):
    print(name, " ".join(f"{value:.2f}" for value in values))


exponentials = logits.exp()
show("exp:         ", exponentials)
# > exp:          inf inf 0.00
show("softmax, log:", torch.softmax(logits, dim=0).log())
# > softmax, log: -0.31 -1.31 -inf

# log(exp(z) / sum(exp(z))) = z - m - log(sum(exp(z - m))) for any m.
shifted = logits - logits.max()
by_hand = shifted - shifted.exp().sum().log()
show("by hand:     ", by_hand)
# > by hand:      -0.31 -1.31 -2000.31
show("log_softmax: ", torch.log_softmax(logits, dim=0))
# > log_softmax:  -0.31 -1.31 -2000.31
