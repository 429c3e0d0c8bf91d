"""CTCLoss and two margin losses refuse half precision on the CPU."""

import torch
from torch import nn

torch.manual_seed(0)
lengths = torch.tensor([5]), torch.tensor([2])
scores = torch.randn(5, 1, 3).log_softmax(dim=2)
cases = (
    (nn.CTCLoss(), scores, torch.tensor([[1, 2]]), *lengths),
    (nn.MultiMarginLoss(), scores[0], torch.tensor([1])),
    (nn.MultiLabelMarginLoss(), scores[0], torch.tensor([[1, -1, -1]])),
)

# Wrong: float16 and bfloat16.
for dtype in torch.float16, torch.bfloat16:
    for criterion, outputs, *rest in cases:
        try:
            loss = criterion(outputs.to(dtype), *rest)
            print(f"loss {loss:.2f}")
        except NotImplementedError as error:
            print(error)
# > "ctc_loss_cpu" not implemented for 'Half'
# > "multi_margin_loss_cpu_kernel" not implemented for 'Half'
# > "multilabel_margin_loss_forward_out_frame" not implemented for 'Half'
# > "ctc_loss_cpu" not implemented for 'BFloat16'
# > "multi_margin_loss_cpu_kernel" not implemented for 'BFloat16'
# > "multilabel_margin_loss_forward_out_frame" not implemented for 'BFloat16'

# Right: back to float32 for the loss.
for criterion, outputs, *rest in cases:
    loss = criterion(outputs.to(dtype).float(), *rest)
    print(f"loss {loss:.2f}")
# > loss 1.26
# > loss 0.94
# > loss 0.94
