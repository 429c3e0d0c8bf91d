"""A loss that falls and then settles has converged."""


def causes():
    return {
        "A": "overfitting",
        "B": "all is well",
        "C": "learning rate too large",
        "D": "softmax twice",
        "E": "nothing is learned",
    }
