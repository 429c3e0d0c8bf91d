"""NumPy knows no graph."""

import numpy as np
import torch


def softmax(logits):
    z = logits.detach().numpy()
    exponentials = np.exp(z - z.max(axis=1, keepdims=True))
    return torch.from_numpy(
        exponentials / exponentials.sum(axis=1, keepdims=True)
    )
