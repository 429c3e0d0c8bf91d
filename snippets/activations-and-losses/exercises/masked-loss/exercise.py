"""Average a cross-entropy over the real tokens of padded sequences.

`masked_loss(logits, labels, lengths)` gets logits (N, T, C), labels (N, T)
and lengths (N,), and returns the mean loss over the first lengths[n] tokens
of each sequence n, each token counting the same. Behind its length a
sequence has finite logits that mean nothing and labels of 0, and 0 is also
the label of a class. A length may be 0, as long as one token is there.
"""


def masked_loss(logits, labels, lengths):
    # TODO: find the real tokens, and average over those.
    raise NotImplementedError
