"""The lengths of CTCLoss are integers, and fit the frames and the texts."""

import torch

log_probs = torch.zeros(49, 2, 5).log_softmax(dim=2)  # 49 frames, 2 texts
targets = torch.tensor([[1, 2, 3], [4, 1, 2]])
letters, width = torch.tensor([3, 3]), torch.tensor([200, 200])
frames = torch.full((2,), log_probs.shape[0])


def call(targets, *lengths):
    try:
        print(torch.nn.CTCLoss()(log_probs, targets, *lengths).round())
    except RuntimeError as error:
        print(str(error)[:70])


# Wrong: floats, lengths by hand, a row of letters that is too short.
call(targets, width / 4, letters)
# > input_lengths must be integral
call(targets, width // 4, letters)
# > Expected input_lengths to have value at most 49, but got value 50 (whi
call(targets, frames, letters.float())
# > target_lengths must be integral
call(targets, frames, letters + 1)
# > Expected tensor to have size at least 4 at dimension 1, but got size 3
call(targets.flatten()[:5], frames, letters)
# > Expected tensor to have size 6 at dimension 0, but got size 5 for argu
call(targets, frames, letters[:1])
# > target_lengths must be of size batch_size

# Right: the frames that there are, and the letters that there are.
call(targets, frames, letters)
# > tensor(21.)

# Notice it: False for 50 frames out of 49, True for 49.
for input_lengths in width // 4, frames:
    print(input_lengths.max().item() <= log_probs.shape[0])
# > False
# > True
