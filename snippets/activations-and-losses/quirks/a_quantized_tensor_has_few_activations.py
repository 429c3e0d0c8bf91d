"""Few activations take a quantized tensor; dequantize it for others."""

import warnings

import torch
import torch.nn.functional as F

warnings.simplefilter("ignore")  # these tensors are to be removed
x = torch.tensor([-1.0, 0.0, 2.0])
x = torch.quantize_per_tensor(x, 0.1, 0, torch.qint8)


def show(step):
    try:
        out = step().dequantize()
        print([round(value, 1) for value in out.tolist()])
    except NotImplementedError as error:
        print(str(error).split(". ")[0])


# Wrong: operations without a quantized kernel.
show(lambda: F.silu(x))
# > Could not run 'aten::silu.out' with arguments from the 'QuantizedCPU' backend
show(lambda: x + x)
# > Could not run 'aten::add.out' with arguments from the 'QuantizedCPU' backend
show(lambda: F.softmax(x, dim=0))
# > Could not run 'aten::_softmax.out' with arguments from the 'QuantizedCPU' backend

# Right: in float, or an activation that has a kernel.
show(lambda: F.silu(x.dequantize()))
# > [-0.3, 0.0, 1.8]
show(lambda: F.relu(x))
# > [0.0, 0.0, 2.0]

# Notice it: the check is False for the quantized tensor, else True.
for tensor in x, x.dequantize():
    print(not tensor.is_quantized)
# > False
# > True
