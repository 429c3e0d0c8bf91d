"""The gradients are cleared once, before the first step."""


def train(weight, optimizer, loss_of, steps):
    optimizer.zero_grad()
    for _ in range(steps):
        loss_of(weight).backward()
        optimizer.step()
