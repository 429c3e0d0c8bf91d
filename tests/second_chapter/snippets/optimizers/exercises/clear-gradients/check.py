"""Take two steps down a slope whose gradient is known."""

import torch

HINTS = (
    "What does the gradient hold when the second step begins?",
    "Print weight.grad before and after each backward pass.",
    "Call optimizer.zero_grad() at the start of every step.",
)

QUIRK = "optimizers/quirks/gradients_add_up_until_they_are_cleared/"
MISCONCEPTIONS = {
    "added_up": QUIRK,
    "no_step": QUIRK,
    "cleared_too_late": QUIRK,
}


def check(attempt):
    weight = torch.tensor([0.0], requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=1.0)
    seen = []

    def loss_of(weight):
        seen.append(weight.item())
        return weight.sum()

    attempt.train(weight, optimizer, loss_of, 2)
    end = weight.item()
    if end == 0 and weight.grad is None:
        yield (
            "cleared_too_late",
            "The gradient is cleared after the backward pass, so no step has anything to follow.",
        )
    elif end == 0:
        yield "no_step", "The weight has not moved: no step was taken."
    elif end == -3 and seen == [0, -1]:
        yield (
            "added_up",
            "Two steps led to -3: the second one followed both gradients.",
        )
    elif end != -2:
        yield "", f"Two steps led to {end}, and should lead to -2."
