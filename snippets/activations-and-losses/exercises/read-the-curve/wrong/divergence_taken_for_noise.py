"""A jagged curve comes from batches that are too small."""


def causes():
    return {
        "A": "overfitting",
        "B": "softmax twice",
        "C": "noise of small batches",
        "D": "all is well",
        "E": "nothing is learned",
    }
