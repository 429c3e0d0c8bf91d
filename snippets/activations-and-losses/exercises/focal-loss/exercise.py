"""Write a binary focal loss that survives logits of 100.

`focal_loss(logits, target, gamma=2.0, alpha=0.25)` gets float logits and
targets of 0.0 or 1.0 of the same shape, and returns a loss for each, not
reduced: -a * (1 - p)**gamma * log(p). Here p is the probability that the
model gives to the true label, and a is alpha for a target of 1 and
1 - alpha for a target of 0. Any gamma >= 0 may come, 0 and 0.5 too, and
neither the losses nor the gradients may be inf or nan for logits of -100
or 100. The functions of torch.nn.functional are allowed.
"""


def focal_loss(logits, target, gamma=2.0, alpha=0.25):
    # TODO: log(p) and log(1 - p) are both at hand before p is.
    raise NotImplementedError
