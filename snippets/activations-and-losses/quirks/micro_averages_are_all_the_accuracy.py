"""Micro averages of precision, recall and F1 are all the accuracy."""

from unittest.mock import patch

with patch.dict("os.environ"):  # so that the import changes nothing there
    from sklearn.metrics import f1_score, precision_score, recall_score

labels = [0] * 90 + [1] * 6 + [2] * 4
predicted = [0] * 92 + [1] * 4 + [0] * 2 + [2] * 2


def show(average):
    scores = [
        score(labels, predicted, average=average)
        for score in (precision_score, recall_score, f1_score)
    ]
    print(average, [f"{score:.2f}" for score in scores])


right = [p == t for p, t in zip(predicted, labels, strict=True)]
print(f"accuracy {sum(right) / len(right):.2f}")
# > accuracy 0.96

# Wrong: all hits in one pot, whatever their class.
average = "micro"
show(average)
# > micro ['0.96', '0.96', '0.96']

# Right: each class by itself, and the mean of them.
average = "macro"
show(average)
# > macro ['0.99', '0.72', '0.81']
