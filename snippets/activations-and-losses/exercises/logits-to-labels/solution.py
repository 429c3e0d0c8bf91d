"""Sigmoid and softmax keep the order, so labels need neither."""


def yes_or_no(logits):
    return logits > 0, logits.sigmoid()


def one_of_several(logits):
    return logits.argmax(dim=1), logits.softmax(dim=1)


def tags(logits):
    return logits > 0, logits.sigmoid()


def pixels(logits):
    return logits.argmax(dim=1), logits.softmax(dim=1)
