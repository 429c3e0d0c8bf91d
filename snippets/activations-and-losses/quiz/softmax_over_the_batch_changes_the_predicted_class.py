"""A softmax over the batch can change the predicted class."""

import torch

logits = torch.tensor([[5.0, 3.0, 0.0], [4.0, 3.5, 0.0], [9.0, 3.0, 1.0]])
scores_by_step = {
    "nothing": logits,
    "softmax, dim=1": logits.softmax(dim=1),
    "sigmoid": logits.sigmoid(),
    "softmax, dim=0": logits.softmax(dim=0),
    "log_softmax, dim=1": logits.log_softmax(dim=1),
}
for step, scores in scores_by_step.items():
    row = " ".join(f"{score:.3f}" for score in scores[0])
    print(f"{step}: classes {scores.argmax(dim=1).tolist()}, row 0: {row}")
# > nothing: classes [0, 0, 0], row 0: 5.000 3.000 0.000
# > softmax, dim=1: classes [0, 0, 0], row 0: 0.876 0.118 0.006
# > sigmoid: classes [0, 0, 0], row 0: 0.993 0.953 0.500
# > softmax, dim=0: classes [1, 1, 0], row 0: 0.018 0.274 0.212
# > log_softmax, dim=1: classes [0, 0, 0], row 0: -0.133 -2.133 -5.133

large = torch.tensor([20.0, 30.0]).sigmoid()
print(f"sigmoid of 20 and of 30: {large[0].item()} and {large[1].item()}")
# > sigmoid of 20 and of 30: 1.0 and 1.0
