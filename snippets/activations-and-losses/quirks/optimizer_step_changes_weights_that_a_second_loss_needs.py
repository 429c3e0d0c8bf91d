"""`optimizer.step()` changes weights that a second loss needs."""

import torch
from torch import nn

torch.manual_seed(0)
noise, yes, no = torch.randn(8, 2), torch.ones(8, 1), torch.zeros(8, 1)
generator = nn.Linear(2, 2)
critic = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 1))
optimizer = torch.optim.SGD(critic.parameters(), lr=0.1)
criterion = nn.BCEWithLogitsLoss()
fake = generator(noise)

# Wrong: the step comes between the second loss and its backward().
first = criterion(critic(fake.detach()), no)
second = criterion(critic(fake), yes)
first.backward()
optimizer.step()
try:
    second.backward()
except RuntimeError as error:
    for part in str(error).split(". ")[0].split(": "):
        print(part)
# > one of the variables needed for gradient computation has been modified by an inplace operation
# > [torch.FloatTensor [4, 1]], which is output 0 of AsStrided, is at version 2; expected version 1 instead
weight = critic[2].weight
print("a weight of the critic, transposed:", list(weight.T.shape))
# > a weight of the critic, transposed: [4, 1]

# Right: the critic is run again after its step.
optimizer.zero_grad()
first = criterion(critic(fake.detach()), no)
first.backward()
optimizer.step()
second = criterion(critic(fake), yes)
second.backward()
print(f"losses {first:.2f} and {second:.2f}, both went backward")
# > losses 0.59 and 0.87, both went backward
