"""A range from 0 to 1 loses no gradient; a slope of a quarter does."""

import torch

activations = {
    "a ramp from 0 to 1": lambda z: z.clamp(0.0, 1.0),
    "sigmoid": torch.sigmoid,
    "sigmoid centred on 0": lambda z: torch.sigmoid(z) - 0.5,
    "sigmoid in float64": lambda z: torch.sigmoid(z.double()),
}
for name, activation in activations.items():
    inputs = torch.tensor(0.5, requires_grad=True)
    signal = inputs
    for _ in range(12):
        signal = activation(signal)
    signal.backward()
    print(f"{name}: {inputs.grad.item():.0e}")
# > a ramp from 0 to 1: 1e+00
# > sigmoid: 2e-08
# > sigmoid centred on 0: 6e-08
# > sigmoid in float64: 2e-08

steepest = torch.tensor(0.0, requires_grad=True)
torch.sigmoid(steepest).backward()
print(f"steepest slope {steepest.grad:.2f}, to the 12th {0.25**12:.0e}")
# > steepest slope 0.25, to the 12th 6e-08
