"""An optimizer takes leaves, and refuses what an operation has made."""

import torch


def descend(tensor):
    try:
        optimizer = torch.optim.SGD([tensor], lr=0.25)
        tensor.square().sum().backward()
        optimizer.step()
        print(tensor.tolist())
    except ValueError as error:
        print(error)


whole = torch.ones(2, 2, requires_grad=True)

# Wrong: scaled, converted or cut out, each after requires_grad=True.
image = torch.ones(2, requires_grad=True) * 0.5
descend(image)
# > can't optimize a non-leaf Tensor
descend(torch.ones(2, requires_grad=True).double())
# > can't optimize a non-leaf Tensor
part = whole[0]
descend(part)
# > can't optimize a non-leaf Tensor

# Right: compute first, and ask for gradients last.
image = (torch.ones(2) * 0.5).requires_grad_()
descend(image)
# > [0.25, 0.25]
part = whole[0].detach().clone().requires_grad_()
descend(part)
# > [0.5, 0.5]

# Notice it: False for a result, True for a leaf.
for tensor in whole[0], part:
    print(tensor.is_leaf)
# > False
# > True
