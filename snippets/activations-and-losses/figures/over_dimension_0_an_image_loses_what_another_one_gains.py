"""With dim=0, one image loses the probability that another one gains."""

import torch
from matplotlib import pyplot as plt

other = torch.linspace(-4, 8, 121)  # logit of another image for class 1
logits = torch.tensor([[2.0, 3.0, 0.0], [1.0, 0.0, 0.0]]).repeat(121, 1, 1)
logits[:, 1, 1] = other
over_images = logits.softmax(dim=1)[:, 0, 1]
over_classes = logits.softmax(dim=2)[:, 0, 1]
print(f"over the images from {over_images[0]:.2f} to {over_images[-1]:.2f}")
# > over the images from 1.00 to 0.01
low, high = over_classes.aminmax()
print(f"over the classes from {low:.2f} to {high:.2f}")
# > over the classes from 0.71 to 0.71

plt.plot(other, over_images, color="tab:red", linestyle="dashed")
plt.text(1.6, 0.9, "nn.Softmax(dim=0)", color="tab:red")
plt.plot(other, over_classes, color="tab:green")
plt.text(-4, 0.61, "nn.Softmax(dim=1)", color="tab:green")
plt.ylim(-0.05, 1.05)
plt.xlabel("logit of another image in the batch")
plt.ylabel("probability of class 1")
plt.show()
