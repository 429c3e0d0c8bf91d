"""Write a log-sum-exp for logits of 1000, -1000 and minus infinity.

`log_sum_exp(x, dim)` gets a float tensor of any shape and returns the
logarithm of the sum of exp(x) along `dim`, which may be negative; that
dimension is gone from the result. Where all of it is minus infinity, so
is the result. The gradient is the softmax of x along dim; of a sum with
nothing but minus infinities it is left open. Use exp, log, sums and
maxima, and neither torch.logsumexp, logaddexp nor a softmax.
"""


def log_sum_exp(x, dim):
    # TODO: keep both the exponentials and their sum within range.
    return x.exp().sum().log()
