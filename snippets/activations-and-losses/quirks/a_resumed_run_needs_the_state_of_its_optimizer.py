"""A run that resumes without the optimizer's state jumps back."""

from torch import manual_seed, nn, optim, randn

manual_seed(0)
inputs = randn(64, 5)
target = inputs @ randn(5, 1)
model = nn.Sequential(nn.Linear(5, 16), nn.Tanh(), nn.Linear(16, 1))
optimizer = optim.Adam(model.parameters(), lr=0.05)
scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 0.98)


def losses(steps):
    for _ in range(steps):
        loss = nn.MSELoss()(model(inputs), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
        yield loss.item()


list(losses(200))  # trains
saved = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
saved["scheduler"] = scheduler.state_dict()

# Wrong: a checkpoint of the weights alone.
model = nn.Sequential(nn.Linear(5, 16), nn.Tanh(), nn.Linear(16, 1))
optimizer = optim.Adam(model.parameters(), lr=0.05)
scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 0.98)
model.load_state_dict(saved["model"])
print(f"worst of ten steps: {max(losses(10)):.2f}")
# > worst of ten steps: 0.16

# Right: with the states of optimizer and scheduler.
model.load_state_dict(saved["model"])
optimizer.load_state_dict(saved["optimizer"])
scheduler.load_state_dict(saved["scheduler"])
print(f"worst of ten steps: {max(losses(10)):.2f}")
# > worst of ten steps: 0.03
