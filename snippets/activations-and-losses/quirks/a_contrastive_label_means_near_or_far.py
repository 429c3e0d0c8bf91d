"""A contrastive loss pulls together what its label calls near."""

import torch

same = torch.tensor([1.0, 0.0])  # of the data: 1 means the same class


def train(far):  # for the loss, 1 means that a pair is to be far apart
    points = torch.tensor([0.0, 0.4, 0.6], requires_grad=True)
    optimizer = torch.optim.SGD([points], lr=0.1)
    for _ in range(300):
        distance = (points[:1] - points[1:]).abs()  # to the same, the other
        near = (1 - far) * distance.square()
        loss = (near + far * (1 - distance).clamp(min=0).square()).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(
        f"same {distance[0]:.2f}, other {distance[1]:.2f}, loss {loss:.2f}"
    )
    print((distance[0] < distance[1]).item())  # Notice it


# Wrong: the label as the data have it.
far = same
train(far)
# > same 1.00, other 0.00, loss 0.00
# > False

# Right: the label in the meaning of the loss.
far = 1 - same
train(far)
# > same 0.00, other 1.00, loss 0.00
# > True

# A column of labels against flat distances is a table of all pairs.
distance, column = torch.rand(4), torch.zeros(4, 1)
print(tuple((column * distance).shape))
# > (4, 4)
