"""The next token: one shift, no loss for padding, and no second shift."""

import torch
from torch import nn

torch.manual_seed(0)
PAD, WORDS, LENGTH = 0, 10, 12
starts = torch.randint(WORDS - 1, (400, 1))
texts = 1 + (starts + 4 * torch.arange(LENGTH)) % (WORDS - 1)
ends = torch.randint(4, LENGTH + 1, (400, 1))
texts[torch.arange(LENGTH) >= ends] = PAD
unseen, answers = texts[200:, :-1], texts[200:, 1:]

criterion = nn.CrossEntropyLoss(ignore_index=PAD)
for shift in 2, 1:  # wrong, and then right: what comes next
    inputs, target = texts[:200, :-shift], texts[:200, shift:]
    model = nn.Sequential(nn.Embedding(WORDS, 16), nn.Linear(16, WORDS))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(50):
        logits = model(inputs)  # batch, place, word
        loss = criterion(logits.transpose(1, 2), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        logits = model(unseen)
    prediction = logits.argmax(dim=2)
    score = (prediction == answers)[answers != PAD].float().mean()
    print(f"accuracy {score:.2f}, with shift {shift} and loss {loss:.2f}")
# > accuracy 0.00, with shift 2 and loss 0.00
# > accuracy 1.00, with shift 1 and loss 0.00

baseline = 1 / (WORDS - 1)
print(f"without the inputs {baseline:.2f}")
# > without the inputs 0.11
first = criterion(0 * logits.transpose(1, 2), answers)  # log(10)
trained = criterion(logits.transpose(1, 2), answers)
print(f"loss {first:.2f}, trained {trained:.2f}")
# > loss 2.30, trained 0.00
