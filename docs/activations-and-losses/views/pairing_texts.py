"""Words for what the matrix recorded: each is about one part of a combination.

The explorer joins them. What they say of outcomes is in the recording; a message that PyTorch gave
and that no pattern here explains stops the build.
"""

FIELDS = {
    "activation": "The activation between the logits and the loss, or none.",
    "loss": "The class in torch.nn, built without arguments.",
    "output_shape": "The axes of the logits. N, C and L have three different sizes.",
    "target_forms": "Each target with which all else is so: what its numbers mean, its axes, its "
    "dtype; `targets` has its code.",
    "outcome": "raises, warns or silent.",
    "phase": "Where it raised or warned: forward or backward.",
    "error": "The type and text of the exception, if it raised.",
    "warning": "The category and text of the first warning, if it warned.",
    "other_values": "If it raised, and does not with other values: what it does with them. "
    "`outputs` and `targets` have their code as `other_code`.",
    "verdicts": "If it ran: for each task that the target can mean, correct, other objective, "
    "not always reached, seldom reached or wrong, and after the colon how.",
    "reached": "Unless it is wrong: for each task, the share of the usual starts that arrive at "
    "the optimum, in quarters. 1 is all, and 0 is less than one in eight.",
    "in_order": "If it is wrong, and training comes to an end: for each task, from how many of the "
    "usual starts the outputs are in the right order, on each data set; `starts` says of how many.",
}

# Pattern of a message -> why PyTorch says it.
MESSAGES = {
    r"size of tensor a": "The loss works element by element, and the two shapes do not broadcast.",
    r"Using a target size .* is deprecated": "BCELoss wants a target of the outputs' shape.",
    r"Target size .* must be the same as input size": (
        "BCEWithLogitsLoss wants a target of exactly the outputs' shape; it does not broadcast."
    ),
    r"Using a target size .* will likely lead": (
        "The shapes differ and broadcast: an output meets several targets, or a target several "
        "outputs."
    ),
    r"multi-target not supported": (
        "For outputs of (N, C) the class indices are one flat vector, (N,)."
    ),
    r"Expected non-empty vector or matrix": (
        "MultiMarginLoss and MultiLabelMarginLoss know vectors and matrices, no third axis."
    ),
    r"Integral inputs not supported": "KLDivLoss wants a target of floats: it takes its logarithm.",
    r"multi_margin_loss: target tensor should be": (
        "MultiMarginLoss wants one class index for each sample, (N,)."
    ),
    r"Expected target size": (
        "With more than two axes, axis 1 of the outputs is the class axis, "
        "and the target has the remaining ones."
    ),
    r"inconsistent target size": (
        "MultiLabelMarginLoss wants a target of the outputs' shape: lists of class indices, "
        "padded with -1."
    ),
    r"'batchmean' divides only by the batch size": (
        "The mean over all elements is the divergence divided by the number of classes as well. "
        "That scales the gradient and does not turn it; reduction='batchmean' gives the divergence."
    ),
    r"doesn't match the broadcast shape": (
        "The shapes broadcast to a larger one, and this loss writes into its own shape."
    ),
    r"target dtype to be Long or Byte": (
        "A class index is an int64, or uint8 for (N, C) outputs; convert it with target.long()."
    ),
    r"expected scalar type Long": "This loss wants indices of dtype int64: target.long().",
    r"Found dtype \w+ but expected Float": (
        "The loss computes with floats and the target is not one; convert it with target.float()."
    ),
    r"argument #\d 'target' is out of range": (
        "A number in the target is no class index of these outputs."
    ),
    r"target out of range": "A number in the target is no class index of these outputs.",
    r"Target -?\d+ is out of bounds": (
        "A number in the target is no class index: there are only as many classes as the outputs "
        "have entries along axis 1."
    ),
    r"all elements of input should be between": (
        "BCELoss wants probabilities, and some outputs are below 0 or above 1."
    ),
    r"all elements of target should be between": ("BCELoss wants targets from 0 to 1."),
    r"result type Float can't be cast": (
        "BCEWithLogitsLoss wants a target of floats: target.float()."
    ),
    r"floating point type for target with class probabilities": (
        "A target of the outputs' shape is taken as probabilities, which are floats; "
        "class indices would be an int64 vector."
    ),
    r"with (a|two) bool tensor|on a bool tensor": (
        "The loss does arithmetic with the target, and bool has none: target.float()."
    ),
    r"1D target must have size|target must have size": (
        "For outputs without a batch axis the target is a single class index."
    ),
}

# What the target holds -> the pairs of activation and loss to recommend, the most usual first.
USUAL = {
    "class index": [("none", "CrossEntropyLoss"), ("LogSoftmax", "NLLLoss")],
    "binary label": [("none", "BCEWithLogitsLoss")],
    "one-hot": [("none", "CrossEntropyLoss")],
    "multi-hot": [("none", "BCEWithLogitsLoss")],
    "probabilities": [("none", "CrossEntropyLoss")],
    "real-valued": [("none", "MSELoss")],
    "plus or minus one": [("none", "SoftMarginLoss")],
}

TAKES = {
    "BCELoss": "BCELoss takes probabilities, and targets from 0 to 1.",
    "BCEWithLogitsLoss": "BCEWithLogitsLoss takes logits, one for each yes-or-no question, "
    "and applies the sigmoid itself.",
    "CrossEntropyLoss": "CrossEntropyLoss takes logits and applies log-softmax over axis 1 itself "
    "(axis 0 if there is only one).",
    "HingeEmbeddingLoss": "HingeEmbeddingLoss takes distances, and targets of 1 (alike) and -1.",
    "HuberLoss": "HuberLoss compares element by element: squares near zero, "
    "absolute values beyond.",
    "KLDivLoss": "KLDivLoss takes log-probabilities, and probabilities as target.",
    "L1Loss": "L1Loss compares element by element; its optimum is the median.",
    "MSELoss": "MSELoss compares element by element; its optimum is the mean.",
    "MultiLabelMarginLoss": "MultiLabelMarginLoss reads its target as lists of class indices, "
    "which end at the first -1.",
    "MultiLabelSoftMarginLoss": "MultiLabelSoftMarginLoss takes logits and applies the sigmoid "
    "itself, as BCEWithLogitsLoss does.",
    "MultiMarginLoss": "MultiMarginLoss wants the right class ahead of each other one by a margin; "
    "its outputs are scores.",
    "NLLLoss": "NLLLoss takes log-probabilities. It takes no logarithm itself: "
    "it picks an entry and changes the sign.",
    "PoissonNLLLoss": "PoissonNLLLoss takes the logarithm of a rate, and counts as target.",
    "SmoothL1Loss": "SmoothL1Loss compares element by element: squares near zero, "
    "absolute values beyond.",
    "SoftMarginLoss": "SoftMarginLoss takes logits, and targets of 1 and -1.",
}

GIVES = {
    "none": "The model hands over its logits as they are.",
    "Sigmoid": "Sigmoid hands over numbers from 0 to 1.",
    "Softmax": "Softmax hands over probabilities that sum to 1.",
    "LogSoftmax": "LogSoftmax hands over log-probabilities, none above 0; "
    "a second one changes nothing.",
    "LogSigmoid": "LogSigmoid hands over logarithms of probabilities, none above 0.",
    "Tanh": "Tanh hands over numbers from -1 to 1.",
    "ReLU": "ReLU hands over numbers from 0 up, and no gradient below.",
    "ReLU6": "ReLU6 hands over numbers from 0 to 6, and no gradient at its two ends.",
    "Hardtanh": "Hardtanh hands over numbers from -1 to 1, and no gradient at its two ends.",
    "Hardsigmoid": "Hardsigmoid hands over numbers from 0 to 1, and no gradient at its two ends.",
    "Softplus": "Softplus hands over numbers above 0.",
    "GELU": "GELU hands over numbers from a little below 0 up, and hardly a gradient far below.",
}

# How a verdict begins -> what it means for somebody who trains with it. The longest counts.
PLAIN = {
    "correct": "Training with this pair teaches the model what the target says.",
    "correct: with outputs to spare": (
        "Training with this pair teaches the model what the target says, several times over: "
        "there are more outputs than the target has numbers."
    ),
    "correct: until its gradient is gone": (
        "Training with this pair teaches the model what the target says, as long as the model is "
        "never surely wrong: then it stops learning from its mistakes."
    ),
    "other objective": (
        "Training ends at what is true, by another way than the usual loss for such a target."
    ),
    "other objective: as they are": (
        "Training ends at what is true, by another way than the usual loss for such a target. "
        "Read the outputs as they are."
    ),
    "other objective: through": (
        "Training ends at what is true, by another way than the usual loss for such a target. "
        "The outputs are not what is true yet: “The verdict, precisely” says how to read them."
    ),
    "other objective: as (1 + output) / 2": (
        "Training ends at what is true, by another way than the usual loss for such a target. "
        "The outputs are not probabilities: (1 + output) / 2 is."
    ),
    "other objective: the median": (
        "Training ends at the median: as many values lie above it as below. Where values have a "
        "long tail to one side, that is not their mean."
    ),
    "other objective: between median and mean": (
        "Training ends between the median and the mean, so a few far values count for less. Where "
        "values have a long tail to one side, the outputs are neither of the two."
    ),
    "not always reached": (
        "The lowest loss belongs to a model that is right, but from some of the usual starts "
        "training gets stuck before it."
    ),
    "seldom reached": (
        "The lowest loss belongs to a model that is right, but from most of the usual starts "
        "training gets stuck before it."
    ),
    "wrong": "Training runs, and what the model learns is not what the target says.",
    "wrong: ranks right": (
        "On the two data sets of this table, training puts the outputs in the right order, and "
        "none of the numbers is the truth: a probability or a quantity that you read from them is "
        "false there."
    ),
    "wrong: ranks wrong": (
        "The loss falls, and on the two data sets of this table what the model learns is false: "
        "not even the order of its outputs is right."
    ),
    "wrong: ranks by its start": (
        "On the two data sets of this table, what the model learns is false, and whether at "
        "least the order of its outputs is right is a matter of its first weights."
    ),
    "wrong: changes with the data": (
        "What the model learns is false, and how it is false differs with the labels: on other "
        "data it may be in the right order, or grow without end."
    ),
    "wrong: runs away": (
        "The loss is least where outputs are infinite, so they grow as long as training goes on, "
        "and how large they are says nothing."
    ),
    "wrong: flat": "The loss does not depend on the outputs: the model learns nothing.",
    "wrong: unbounded": (
        "The loss falls without end, and the outputs grow without end: a falling loss says nothing "
        "about the model here."
    ),
    "wrong: false gradient": (
        "The gradient belongs to another loss than the one that is printed: training goes astray."
    ),
    "wrong: diverges": "The loss or its gradient is inf or nan, and with it soon every weight.",
    "raises": "PyTorch refuses this pair and says why:",
    "raises for some values": (
        "PyTorch refuses some values with this pair, and takes others without a word: "
        "it may run for many batches before it fails."
    ),
}

# The same for an expert.
VERDICTS = {
    "correct": "The gradient is that of the task's likelihood.",
    "correct: with outputs to spare": (
        "The gradient is that of the likelihood, with several outputs for one target: "
        "each learns the same."
    ),
    "correct: until its gradient is gone, at a logit of 20": (
        "The gradient is that of the likelihood at moderate logits. At a logit of 20 float32 has "
        "run out of digits and the gradient is gone, just where the model is surely wrong."
    ),
    "other objective: as they are": (
        "Not the likelihood, but its optimum is the truth: read the outputs as they are."
    ),
    "other objective: through a sigmoid": (
        "Not the likelihood, but its optimum is the truth: read the outputs through a sigmoid."
    ),
    "other objective: through a softmax": (
        "Not the likelihood, but its optimum is the truth: read the outputs through a softmax."
    ),
    "other objective: through exp": (
        "Not the likelihood, but its optimum is the truth: read the exponential of the outputs."
    ),
    "other objective: as (1 + output) / 2": (
        "Not the likelihood, but its optimum is the truth: read (1 + output) / 2."
    ),
    "other objective: the median": (
        "Not the likelihood of a Gaussian: its optimum is the median of the values, and they are "
        "skewed here, so that it is not their mean."
    ),
    "other objective: between median and mean": (
        "Not the likelihood of a Gaussian: its optimum lies between the median of the values and "
        "their mean, which differ here."
    ),
    "not always reached": (
        "Not the likelihood, and its optimum is the truth, read as the colon says. Of the starts "
        "that PyTorch gives a last layer, some do not arrive there: they end where the activation "
        "has no slope left."
    ),
    "seldom reached": (
        "Not the likelihood, and its optimum is the truth, read as the colon says. Of the starts "
        "that PyTorch gives a last layer, most do not arrive there: they end where the activation "
        "has no slope left."
    ),
    "wrong: ranks right": (
        "Trained from the usual starts on the two data sets of this table, the outputs are in the "
        "right order, and no reading of them is the truth."
    ),
    "wrong: ranks wrong": (
        "Trained from the usual starts on the two data sets of this table, the outputs are not "
        "even in the right order."
    ),
    "wrong: ranks by its start": (
        "On the two data sets of this table, no reading of the outputs is the truth. From some of "
        "the usual starts training puts them in the right order, and from others it does not."
    ),
    "wrong: changes with the data": (
        "No reading of the outputs is the truth. With one of the two data sets they are in the "
        "right order, or the loss falls without end, and with the other it is not so."
    ),
    "wrong: runs away": (
        "The loss is bounded, and has no minimum: it falls for ever as logits go to infinity, "
        "and outputs with them."
    ),
    "wrong: flat": "The gradient is zero everywhere it was looked at: nothing is learned.",
    "wrong: unbounded": "The loss falls without end as the logits grow: it has no minimum.",
    "wrong: false gradient": "The gradient that PyTorch returns is not the slope of the loss that "
    "it returns, so training goes elsewhere.",
    "wrong: diverges": "The loss or its gradient is inf or nan at ordinary logits.",
}
