"""Scores become probabilities by a softmax."""


def yes_or_no(logits):
    return logits > 0, logits.sigmoid()


def one_of_several(logits):
    return logits.argmax(dim=1), logits.softmax(dim=1)


def tags(logits):
    probabilities = logits.softmax(dim=1)
    return probabilities > 0.5, probabilities


def pixels(logits):
    return logits.argmax(dim=1), logits.softmax(dim=1)
