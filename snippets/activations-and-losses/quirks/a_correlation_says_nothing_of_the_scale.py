"""A correlation says nothing of the scale, and is nan for a constant."""

import torch

torch.manual_seed(0)
x = torch.randn(200, 2)
b = 30 + 5 * x.sum(dim=1) + torch.randn(200)  # the target


def train(agreement):
    w = torch.tensor([0.1, -0.1, 0.0], requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.1)
    for _ in range(1000):
        a = x @ w[:2] + w[2]
        cov = torch.stack([a, b]).cov()[0, 1]
        loss = 1 - agreement(cov, a)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    correlation = torch.stack([a, b]).corrcoef()[0, 1]
    above = ((a - b).square().mean() < b.var()).item()
    print(f"correlation {correlation:.2f}, R2 above 0: {above}")
    constant = agreement(torch.tensor(0.0), torch.full((200,), 3.0))
    print(f"for constant outputs: {constant.item()}")


# Wrong: any scale and any offset have the same correlation.
train(lambda cov, a: cov / (a.std() * b.std()))
# > correlation 0.99, R2 above 0: False
# > for constant outputs: nan

# Right: the concordance is 1 only where the values agree.
train(lambda cov, a: 2 * cov / ((a - b).square().mean() + 2 * cov))
# > correlation 0.99, R2 above 0: True
# > for constant outputs: 0.0
