"""After one backward(), every weight says whether it will learn."""

import torch
from torch import nn


class Net(nn.Module):  # with four mistakes
    def __init__(self):
        super().__init__()
        self.frozen = nn.Linear(4, 8).requires_grad_(False)
        self.dead = nn.Linear(8, 8)
        nn.init.constant_(self.dead.bias, -100)
        self.unused = nn.Linear(8, 8)
        self.forgotten = nn.Linear(8, 8)
        self.last = nn.Linear(8, 2)

    def forward(self, x):
        x = self.frozen(x)
        x = x + self.dead(x).relu()
        return self.last(self.forgotten(x))


torch.manual_seed(0)
net = Net()
known = [*net.dead.parameters(), *net.unused.parameters()]
optimizer = torch.optim.Adam([*known, *net.last.parameters()])
loss = nn.CrossEntropyLoss()(net(torch.randn(8, 4)), torch.arange(8) % 2)
loss.backward()
print(f"loss {loss:.2f}")
# > loss 0.84
held = {id(p) for group in optimizer.param_groups for p in group["params"]}
for name, layer in net.named_children():
    p = layer.weight
    gradient = "None" if p.grad is None else "some" if p.grad.any() else "0"
    print(f"{name:10}gradient {gradient:5}in optimizer: {id(p) in held}")
# > frozen    gradient None in optimizer: False
# > dead      gradient 0    in optimizer: True
# > unused    gradient None in optimizer: True
# > forgotten gradient some in optimizer: False
# > last      gradient some in optimizer: True
