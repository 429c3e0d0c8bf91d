"""Turn the logits of four models into labels and probabilities.

Each function returns labels, which are whole numbers (or bools for yes
and no), and probabilities, which are floats in the shape of the logits:

- `yes_or_no`: logits (N, 1), labels (N, 1), the probability of yes;
- `one_of_several`: logits (N, C), labels (N,);
- `tags`: logits (N, K), each tag a yes or no, labels (N, K);
- `pixels`: logits (N, C, H, W), one class per pixel, labels (N, H, W).

The models were trained with losses that take logits. Yes is what is more
probable than one half, and a class is what is most probable.
"""


# TODO: write all four.
def yes_or_no(logits): ...


def one_of_several(logits): ...


def tags(logits): ...


def pixels(logits): ...
