"""A backward with create_graph=True leaves a graph in the gradients."""

import warnings

import torch

x = torch.ones(2, requires_grad=True)

# Wrong: the gradient of the weights keeps a graph that leads to them.
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loss = x.pow(3).sum()
    loss.backward(create_graph=True)
    first = x.grad
for w in caught:
    print(str(w.message).split(". ")[0])
# > Using backward() with create_graph=True will create a reference cycle between the parameter and its gradient which can cause a memory leak
print([x.grad is None, first.requires_grad])
# > [False, True]

# Right: autograd.grad returns the gradient, and leaves x.grad alone.
x.grad = None
loss = x.pow(3).sum()
(first,) = torch.autograd.grad(loss, x, create_graph=True)
print([x.grad is None, first.requires_grad])
# > [True, True]
