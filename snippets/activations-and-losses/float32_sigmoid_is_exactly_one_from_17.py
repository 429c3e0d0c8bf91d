"""In float32 sigmoid returns exactly 1.0 from about z = 17."""

import torch

for z in (16, 17):
    probability = torch.sigmoid(torch.tensor(float(z)))
    print(f"z = {z}: equal to one: {probability.item() == 1.0}")
# > z = 16: equal to one: False
# > z = 17: equal to one: True
