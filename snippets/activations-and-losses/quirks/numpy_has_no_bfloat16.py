"""NumPy has no bfloat16: float32 takes all its values."""

import torch

outputs = torch.tensor([0.1, 2.0]).bfloat16()


def show(tensor):
    try:
        print(tensor.numpy().dtype)
    except TypeError as error:
        print(error)


# Wrong: the outputs of a model in bfloat16, or under autocast.
show(outputs)
# > Got unsupported ScalarType BFloat16

# Right: they become float32 first.
show(outputs.float())
# > float32

# Nothing is lost, and nothing is won back.
print(outputs.float().tolist()[0] == outputs[0].item())
# > True
print(f"{outputs.float().tolist()[0]:.6f}")
# > 0.100098
