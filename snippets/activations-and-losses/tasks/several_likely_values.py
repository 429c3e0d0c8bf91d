"""Several likely values take a mixture, and its negative log-likelihood."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.rand(2000, 1)
side = torch.where(torch.rand(2000, 1) < 0.5, 1.0, -1.0)
target = side * (1 + inputs) + 0.2 * torch.randn(2000, 1)  # one of two
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)


def mixture_nll(outputs, target):
    logits, means, logs = outputs.chunk(3, dim=1)
    parts = torch.distributions.Normal(means, logs.exp()).log_prob(target)
    return -(parts + logits.log_softmax(dim=1)).logsumexp(dim=1).mean()


model = nn.Linear(1, 6)  # two parts: logits, means, logs of deviations
nn.init.constant_(model.bias[3], 1.0)  # parts that are equal stay equal
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
for _ in range(300):
    outputs = model(inputs)
    loss = mixture_nll(outputs, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

outputs = model(unseen).detach()
prediction = outputs[:, 2:4].sort(dim=1).values  # the two likely values
wanted = torch.cat([-1 - unseen, 1 + unseen], dim=1)
score = (prediction - wanted).abs().mean()
baseline = (target.mean() - wanted).abs().mean()
print(f"mean error {score:.2f}, with the mean alone {baseline:.2f}")
# > mean error 0.01, with the mean alone 1.50
first = mixture_nll(0 * outputs, answers)
trained = mixture_nll(outputs, answers)
print(f"loss {first:.2f}, trained {trained:.2f}")
# > loss 2.10, trained 0.55
