"""The optimizer is never asked to step."""


def train(weight, optimizer, loss_of, steps):
    for _ in range(steps):
        optimizer.zero_grad()
        loss_of(weight).backward()
