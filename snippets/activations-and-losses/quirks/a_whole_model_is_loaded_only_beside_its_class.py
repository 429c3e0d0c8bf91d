"""A model saved whole is loaded only where its class is at hand."""

import sys
import tempfile
import types

import torch


class Net(torch.nn.Linear):
    pass


def start(**names):  # as `python file.py`: a main module with its names
    main = sys.modules["__main__"] = types.ModuleType("__main__")
    vars(main).update(names)


path, own = tempfile.mkdtemp() + "/model.pt", sys.modules["__main__"]
model = Net(2, 1)

# Wrong: train.py has the class, and saves; predict.py has the file only.
start(Net=Net)
torch.save(model, path)
start()
try:
    net = torch.load(path, weights_only=False)
except AttributeError as error:
    print(error)
# > Can't get attribute 'Net' on <module '__main__'>

# Right: predict.py imports the class, and reads the old file for once.
start(Net=Net)
model = torch.load(path, weights_only=False)
torch.save(model.state_dict(), path)
net = Net(2, 1)
print(net.load_state_dict(torch.load(path)))
# > <All keys matched successfully>
sys.modules["__main__"] = own
