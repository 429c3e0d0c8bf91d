"""The surer a softmax is wrong, the less MSE pulls it back."""

import torch
from matplotlib import pyplot as plt
from torch import nn

lead = torch.linspace(0, 40, 81).double()  # of a wrong class
logits = torch.zeros(81, 3).double()
logits[:, 0] = lead
target, one_hot = torch.tensor([2]), torch.tensor([[0.0, 0.0, 1.0]])


def pull(loss_of):
    """Return the size of the gradient at the logit of the true class."""
    z = logits.clone().requires_grad_()
    loss_of(z).backward()
    return z.grad[:, 2].abs()


on_probabilities = pull(
    lambda z: nn.MSELoss(reduction="sum")(
        z.softmax(dim=1), one_hot.double().expand_as(z)
    )
)
on_logits = pull(
    lambda z: nn.CrossEntropyLoss(reduction="sum")(z, target.expand(81))
)
for at in (10, 40):
    print(f"lead {lead[at]:.0f}: {on_probabilities[at]:.0e}")
# > lead 5: 3e-02
# > lead 20: 8e-09

plt.plot(lead, on_probabilities, color="tab:red", linestyle="dashed")
plt.text(21, 1e-8, "MSE on probabilities", color="tab:red")
plt.plot(lead, on_logits, color="tab:green")
plt.text(40, 2e-2, "cross-entropy on logits", color="tab:green", ha="right")
plt.yscale("log")
plt.xlabel("lead of a wrong class")
plt.ylabel("gradient of the true class")
plt.show()
