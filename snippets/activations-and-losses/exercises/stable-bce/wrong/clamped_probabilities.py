"""A probability kept off 0 and 1 by a little is safe to take a log of."""


def bce(logits, target):
    p = logits.sigmoid().clamp(1e-7, 1 - 1e-7)
    return -(target * p.log() + (1 - target) * (1 - p).log())
