"""The lower the training loss, the better the model."""


def causes():
    return {
        "A": "all is well",
        "B": "softmax twice",
        "C": "learning rate too large",
        "D": "overfitting",
        "E": "nothing is learned",
    }
