"""Words for the calls of losses with three or more inputs: why each does what its program shows."""

LAST_LAYER_LEFT_OUT = "The last layer is in the loss, and its weights are not trained."
OVER_THE_WIDTH = "The last axis is the width: the pixels of a row compete, rather than the classes."

# Loss -> the one choice in which a call differs from the usual one -> why it does what it does.
WHY = {
    "CTCLoss": {
        "outputs: raw logits": "The loss takes them for log-probabilities, and does not check.",
        "outputs: probabilities": "It takes them for log-probabilities, and falls below 0.",
        "outputs: log-softmax over time": "Each letter's shares sum to 1 over the frames; "
        "those of a frame should, over the letters.",
        "layout: (N, T, C), and N equals T": "Texts are read as frames, and frames as texts. "
        "PyTorch notices only where N and T differ.",
        "target: letters from 0": "Class 0 is the blank, so the first letter is read as none.",
        "lengths: padding counted": "The padding counts as letters: a text becomes too long for "
        "its frames, and its loss infinite.",
        "texts: one is too long": "A text that does not fit into its frames has an infinite loss, "
        "and one such text makes every weight nan.",
        "texts: one is too long, zero_infinity=True": "The text that does not fit is left out.",
    },
    "GaussianNLLLoss": {
        "variance: ReLU": "Where ReLU gives 0 it has no gradient, so a variance of 0 stays 0.",
        "variance: exp, read as the standard deviation": "The loss has fitted the variance: "
        "the standard deviation is its square root.",
        "shapes: target (N,)": "(N, 1) and (N,) broadcast to (N, N): each mean is compared with "
        "every target.",
        "shapes: variance (N,)": "PyTorch adds the axis that a variance lacks.",
        "order: target, mean, variance": "The difference of the two is squared, so their order "
        "does not matter.",
        "full: True": "It adds the same number to the loss of every model.",
    },
    "CosineEmbeddingLoss": {
        "target: 1 and 0": "Only 1 and -1 count. A pair with 0 has no loss, so nothing keeps "
        "unlike pairs apart.",
        "target: -1 and 1": "The signs are exchanged: like pairs are pushed apart.",
        "dtype: bool": "As bool, -1 is True as well, so every pair counts as alike.",
        "margin: 1.0": "No cosine is above 1, so unlike pairs are never pushed apart.",
        "last: ReLU": "ReLU leaves no number below 0, and a unit that is 0 for all inputs gets "
        "no gradient.",
    },
    "MarginRankingLoss": {
        "target: 1 and 0": "Only 1 and -1 count. A pair with 0 has no gradient, and training uses "
        "the other pairs alone.",
        "target: index of the better": "1 says that the first is better; as an index, it is the "
        "second.",
        "order: second, first": "1 says that the score handed over first should be higher.",
        "last: Sigmoid": "Two numbers from 0 to 1 are less than 1 apart, so the margin is never "
        "reached.",
        "last: ReLU": "Two scores below 0 become 0 and 0: that pair has no gradient.",
    },
    "TripletMarginLoss": {
        "order: anchor, negative, positive": "The second argument is pulled near, the third pushed "
        "away.",
        "order: positive, anchor, negative": "The negative is pushed away from the positive, "
        "rather than from the anchor.",
        "embeddings: normalised over the batch": "dim=0 divides by the other examples of the "
        "batch. An example on its own becomes 1 and -1 in every place.",
        "negatives: drawn from all": "Some negatives are of the anchor's kind, and are pushed "
        "away all the same.",
    },
    "TripletMarginWithDistanceLoss": {
        "distance_function: the cosine": "The cosine is large where two are alike; a distance is "
        "small there.",
        "distance_function: one for the batch": "The norm of a whole batch is one large number, "
        "and the loss is 0 from the first step.",
        "order: anchor, negative, positive": "The second argument is pulled near, the third pushed "
        "away.",
        "order: positive, anchor, negative": "The negative is pushed away from the positive, "
        "rather than from the anchor.",
    },
    "AdaptiveLogSoftmaxWithLoss": {
        "target: commonest last": "The first classes have the most weights, and should be common: "
        "here the common ones have the fewest, and are confused.",
        "used: .output.mean()": "These are log-probabilities: the loss is minus their mean.",
        "weights: of the model alone": LAST_LAYER_LEFT_OUT,
        "read: argmax of the model": "The model gives features. The classes come from "
        "criterion.predict.",
    },
    "LinearCrossEntropyLoss": {
        "weights: of the model alone": LAST_LAYER_LEFT_OUT,
        "read: the model alone": "The model gives features. The scores of the classes come from "
        "criterion.linear.",
    },
    "GLU, PReLU, RReLU and Threshold": {
        "last: RReLU without eval()": "RReLU draws its slopes at random until model.eval().",
        "last: Threshold(0, 0)": "It is a ReLU: where it gives 0 it has no gradient, so a class "
        "can be lost.",
    },
    "Softmax2d and GLU on images": {
        "last: Softmax2d": "CrossEntropyLoss has a softmax inside: with Softmax2d there are two.",
        "last: Softmax(dim=-1)": OVER_THE_WIDTH,
        "last: LogSoftmax(dim=-1)": OVER_THE_WIDTH,
        "last: LogSoftmax(dim=1)": "A second log-softmax, that of CrossEntropyLoss, changes "
        "nothing.",
        "loss: NLLLoss": "NLLLoss takes log-probabilities, and takes these scores for some.",
        "loss: NLLLoss of the log": "The logarithm of a score below 0 is nan.",
    },
}
