"""A detection model returns losses in train(), and boxes in eval()."""

import torch
from torch import nn
from torch.nn.functional import l1_loss


class Detector(nn.Module):  # answers as the models of torchvision do
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4))

    def forward(self, images, targets=None):
        boxes = self.layers(images)
        if self.training:
            return {"loss_box_reg": l1_loss(boxes, targets)}
        return [{"boxes": box} for box in boxes]


model, images, targets = Detector(), torch.ones(2, 3), torch.ones(2, 4)

# Wrong: eval() for the validation loss.
model.eval()
try:
    with torch.no_grad():
        print(*model(images, targets).keys())
except AttributeError as error:
    print(error)
# > 'list' object has no attribute 'keys'

# Right: train() for the model, and eval() for batch norm and dropout.
model.train()
for layer in model.modules():
    if isinstance(layer, (nn.BatchNorm1d, nn.BatchNorm2d, nn.Dropout)):
        layer.eval()
with torch.no_grad():
    print(*model(images, targets).keys())
# > loss_box_reg
print("batches counted:", model.layers[1].num_batches_tracked.item())
# > batches counted: 0
