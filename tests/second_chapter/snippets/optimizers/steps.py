"""Where two steps of SGD lead, by learning rate."""

import json

import torch


def end(rate: float) -> float:
    """Return where the weight 1.0 is after two steps down w * w."""
    weight = torch.tensor([1.0], requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=rate)
    for _ in range(2):
        optimizer.zero_grad()
        (weight**2).sum().backward()
        optimizer.step()
    return weight.item()


if __name__ == "__main__":
    rates = 0.25, 0.5, 1.0
    print(json.dumps({"rows": [{"id": str(r), "end": end(r)} for r in rates]}))
