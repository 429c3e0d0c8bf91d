"""An LSTM without `batch_first` takes the samples for time steps."""

import torch
from torch import nn

torch.manual_seed(0)


def train(lstm):
    model = nn.ModuleList([lstm, nn.Linear(8, 2)])
    optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
    for _ in range(100):
        batch = torch.randn(200, 6, 1)  # 200 samples of six steps
        labels = (batch[:, 0, 0] > 0).long()  # the first step decides
        logits = model[1](lstm(batch)[0][:, -1])
        loss = nn.CrossEntropyLoss()(logits, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    hits = (logits.argmax(dim=1) == labels).float().mean()
    print(f"loss {loss:.1f}, accuracy {hits:.1f}")
    with_others, alone = lstm(batch)[0][-1], lstm(batch[-1:])[0][0]
    print(torch.allclose(with_others, alone, atol=1e-5))  # Notice it


# Wrong: the first dimension is read as time.
train(nn.LSTM(1, 8))
# > loss 0.7, accuracy 0.5
# > False

# Right: the first dimension is the batch.
train(nn.LSTM(1, 8, batch_first=True))
# > loss 0.0, accuracy 1.0
# > True

# To put time first, transpose: view puts numbers into other samples.
batch = torch.arange(6).view(2, 3)  # two samples of three steps
print(batch.t().tolist(), batch.view(3, 2).tolist())
# > [[0, 3], [1, 4], [2, 5]] [[0, 1], [2, 3], [4, 5]]
