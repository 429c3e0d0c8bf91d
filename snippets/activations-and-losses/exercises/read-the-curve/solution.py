"""The level, the direction, and the distance of two curves tell.

Samples, width, learning rate, and what else was done:
A 60, 512, 0.1, the points of a class spread widely (1.0)
B 150, 32, 0.1, a softmax behind the last layer (spread 0.3)
C 150, 32, 7.0, steps 0 to 7 (spread 0.6)
D 600, 32, 0.03, nothing else (spread 0.7)
E 150, 32, 0.1, all biases of the hidden layer -10 (spread 0.6)
All but C show the steps 0, 10, 20, 40, 80, 160, 320 and 640.
"""


def causes():
    return {
        "A": "overfitting",  # training falls on, validation turns
        "B": "softmax twice",  # log(e + 2) - 1 = 0.55
        "C": "learning rate too large",  # above the first loss, far
        "D": "all is well",  # both fall, and stay
        "E": "nothing is learned",  # log(3) = 1.10
    }
