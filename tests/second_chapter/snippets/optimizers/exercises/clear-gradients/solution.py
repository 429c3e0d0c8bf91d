"""The gradients are cleared before each backward pass."""


def train(weight, optimizer, loss_of, steps):
    for _ in range(steps):
        optimizer.zero_grad()
        loss_of(weight).backward()
        optimizer.step()
