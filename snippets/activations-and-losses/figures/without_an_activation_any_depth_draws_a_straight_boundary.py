"""Without an activation, any depth draws a straight boundary."""

import torch
from matplotlib import pyplot as plt
from torch import nn

torch.manual_seed(0)
angle = torch.linspace(0, torch.pi, 60)
moon = torch.stack([angle.cos() - 0.5, angle.sin() - 0.25], dim=1)
x = torch.cat([moon, -moon]) + 0.09 * torch.randn(120, 2)
target = (torch.arange(120) >= 60).float().unsqueeze(1)
x1, x2 = torch.linspace(-2, 2, 81), torch.linspace(-1.5, 1.5, 61)

for hidden, color, dash in (
    ([], "tab:red", "dashed"),
    ([nn.Linear(8, 8)], "tab:red", "dashed"),
    ([nn.Linear(8, 8), nn.Linear(8, 8)], "tab:red", "dashed"),
    ([nn.Tanh()], "tab:green", "solid"),
):
    model = nn.Sequential(nn.Linear(2, 8), *hidden, nn.Linear(8, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(150):
        loss = nn.BCEWithLogitsLoss()(model(x), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"{(model(x) > 0).eq(target).float().mean():.0%} right")
    logits = model(torch.cartesian_prod(x2, x1).flip(1)).view(61, 81)
    plt.contour(x1, x2, logits.detach(), [0], colors=color, linestyles=dash)
# > 88% right
# > 88% right
# > 88% right
# > 100% right
plt.plot(*x[:60].T, "o", color="tab:orange")
plt.text(-1.8, 1, "class 0", color="tab:orange")
plt.plot(*x[60:].T, "s", color="tab:blue")
plt.text(0.8, -1, "class 1", color="tab:blue")
plt.text(-1.6, -1.4, "2, 3 and 4 layers without one", color="tab:red")
plt.text(1.6, 1.25, "2 layers with Tanh", color="tab:green", ha="right")
plt.show()
