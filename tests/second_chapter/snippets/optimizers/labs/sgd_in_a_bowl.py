# %% [markdown]
# # SGD halves the distance to the lowest point in every step
#
# One weight rolls down a bowl, and the loss is printed on the way.

# %%
import torch

weight = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=0.25)
for _ in range(3):
    optimizer.zero_grad()
    loss = (weight**2).sum()
    loss.backward()
    optimizer.step()
    print(loss.item())

assert weight.item() == 0.125
