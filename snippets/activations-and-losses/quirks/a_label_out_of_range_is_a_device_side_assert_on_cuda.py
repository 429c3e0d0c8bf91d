"""A label out of range is a device-side assert on CUDA."""

import re
import subprocess
import sys

import torch
from torch import nn

logits, labels = [[2.0, 0.0, -1.0]], [3]  # the classes are 0, 1 and 2

# Wrong: the batch on the GPU, then a sum that has nothing to do with it.
program = f"""
import torch
from torch import nn
logits = torch.tensor({logits}, device="cuda")
target = torch.tensor({labels}, device="cuda")
for step in (
    lambda: nn.CrossEntropyLoss()(logits, target).item(),
    lambda: torch.ones(2, device="cuda").sum().item(),
):
    try:
        print(step(), flush=True)
    except RuntimeError as error:
        print(str(error).splitlines()[0], flush=True)
"""
command = [sys.executable, "-c", program]  # in a process to throw away
child = subprocess.run(command, capture_output=True, text=True)
print(re.search("Assertion .*", child.stderr)[0])
print(child.stdout.strip())

# Right: the same batch on the CPU, which names the label.
try:
    target = torch.tensor(labels, device="cpu")
    nn.CrossEntropyLoss()(torch.tensor(logits, device="cpu"), target)
except IndexError as error:
    print(error)
