"""An export to ONNX stops at an activation that its opset does not have."""

import io
import warnings

import torch
from torch import nn

warnings.simplefilter("ignore")  # this exporter is deprecated
torch._C._jit_onnx_log = lambda *graph: None  # it prints its graph
x = torch.linspace(-3, 3, 7)


class Written(nn.Module):
    def forward(self, x):
        return x.relu() - (1 - x.exp()).relu()


def export(model, opset_version):
    options = {"opset_version": opset_version, "dynamo": False}
    try:
        torch.onnx.export(model, (x,), io.BytesIO(), **options)
    except torch.onnx.errors.UnsupportedOperatorError as error:
        return print(error)
    except torch.onnx.errors.OnnxExporterError:
        pass  # the file itself needs the package onnx
    print("all operators are known")


# Wrong: opset 11 has no CELU.
export(nn.CELU(), opset_version=11)
# > Exporting the operator 'aten::celu' to ONNX opset version 11 is not supported. Support for this operator was added in version 12, try exporting with this version

# Right: an opset that has it, or older operations.
export(nn.CELU(), opset_version=12)
# > all operators are known
export(Written(), opset_version=11)
# > all operators are known
print(torch.allclose(Written()(x), nn.CELU()(x)))
# > True
