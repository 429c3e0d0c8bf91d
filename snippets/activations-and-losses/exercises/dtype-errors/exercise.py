"""Mend two functions from the messages of their dtype errors.

Both get a model of float32, a batch of inputs and the labels, and return
the loss. The inputs of `yes_or_no` come from NumPy as float64, its labels
are 0 or 1 as int64, of shape (N, 1). The labels of `one_of_three` are
class indices of shape (N,), and come from a table that holds floats.
Return the right loss as float32, and leave the model as it is.
"""

from torch.nn import functional


# TODO: mend both functions.
def yes_or_no(model, inputs, labels):
    # mat1 and mat2 must have the same dtype, but got Double and Float
    logits = model(inputs)
    # result type Float can't be cast to the desired output type Long
    return functional.binary_cross_entropy_with_logits(logits, labels)


def one_of_three(model, inputs, labels):
    logits = model(inputs)
    # expected target dtype to be Long or Byte, but got Float
    return functional.cross_entropy(logits, labels)
