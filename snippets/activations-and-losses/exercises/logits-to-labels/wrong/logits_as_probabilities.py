"""What a trained model returns are its probabilities."""


def yes_or_no(logits):
    return logits > 0, logits


def one_of_several(logits):
    return logits.argmax(dim=1), logits.softmax(dim=1)


def tags(logits):
    return logits > 0, logits


def pixels(logits):
    return logits.argmax(dim=1), logits.softmax(dim=1)
