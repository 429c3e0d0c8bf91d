"""The textbook formula is good enough once the sigmoid is torch's own."""


def bce(logits, target):
    p = logits.sigmoid()
    return -(target * p.log() + (1 - target) * (1 - p).log())
