"""Train the weight: every step has to start from its own gradient."""


def train(weight, optimizer, loss_of, steps):
    # TODO: clear the gradients where it is due.
    for _ in range(steps):
        loss_of(weight).backward()
        optimizer.step()
