"""A loss that does not move has learned nothing, whatever it reads."""


def causes():
    return {
        "A": "overfitting",
        "B": "nothing is learned",
        "C": "learning rate too large",
        "D": "all is well",
        "E": "softmax twice",
    }
