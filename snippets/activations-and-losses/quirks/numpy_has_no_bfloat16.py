"""NumPy has no bfloat16: float32 takes all its values."""

import torch

outputs = torch.tensor([0.1, 2.0]).bfloat16()

# Wrong: the outputs of a model in bfloat16, or under autocast.
try:
    array = outputs.numpy()
except TypeError as error:
    print(error)
# > Got unsupported ScalarType BFloat16

# Right: they become float32 first.
array = outputs.float().numpy()
print(array.dtype)
# > float32

# Nothing is lost, and nothing is won back.
print(array[0] == outputs[0].item())
# > True
print(f"{array[0]:.6f}")
# > 0.100098
