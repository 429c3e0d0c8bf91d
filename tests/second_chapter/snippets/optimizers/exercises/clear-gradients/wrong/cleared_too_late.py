"""The gradients are cleared between backward and step."""


def train(weight, optimizer, loss_of, steps):
    for _ in range(steps):
        loss_of(weight).backward()
        optimizer.zero_grad()
        optimizer.step()
