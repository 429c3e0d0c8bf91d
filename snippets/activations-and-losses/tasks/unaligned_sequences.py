"""A text without its alignment takes CTCLoss, with time on axis 0."""

import torch
from torch import nn

torch.manual_seed(0)
BLANK, LENGTH, FRAMES = 0, 3, 9
target = torch.randint(1, 5, (400, LENGTH))  # the letters, and no blank
silent = torch.arange(FRAMES) % 3 == 2  # between two letters
spoken = target.repeat_interleave(3, dim=1).masked_fill(silent, BLANK)
inputs = torch.randn(400, FRAMES, 5)
inputs += 6 * nn.functional.one_hot(spoken, 5)
inputs, unseen = inputs.chunk(2)  # train on one half, score on the other
target, answers = target.chunk(2)
frames, lengths = torch.full((200,), FRAMES), torch.full((200,), LENGTH)

model = nn.Linear(5, 5)
criterion = nn.CTCLoss(blank=BLANK)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
for _ in range(100):
    logits = model(inputs)
    log_probabilities = logits.transpose(0, 1).log_softmax(dim=2)
    loss = criterion(log_probabilities, target, frames, lengths)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    logits = model(unseen)
score = 0.0
for path, letters in zip(logits.argmax(dim=2), answers, strict=True):
    prediction = path.unique_consecutive()  # a letter held is one letter
    prediction = prediction[prediction != BLANK]
    score += prediction.tolist() == letters.tolist()
score, baseline = score / len(answers), 1 / 4**LENGTH
print(f"exact match {score:.3f}, without the inputs {baseline:.3f}")
# > exact match 0.995, without the inputs 0.016
