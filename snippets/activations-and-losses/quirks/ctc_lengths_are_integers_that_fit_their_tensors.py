"""The lengths of CTCLoss are integers, and fit the frames and the texts."""

import torch

log_probs = torch.zeros(49, 2, 5).log_softmax(dim=2)  # 49 frames, 2 texts
targets = torch.tensor([[1, 2, 3], [4, 1, 2]])
target_lengths, width = torch.tensor([3, 3]), torch.tensor([200, 200])


def call(targets, *lengths):
    try:
        print(torch.nn.CTCLoss()(log_probs, targets, *lengths).round())
    except RuntimeError as error:
        print(str(error)[:70])


# Wrong: the frames are worked out by hand, and there are fewer.
input_lengths = width // 4
call(targets, input_lengths, target_lengths)
# > Expected input_lengths to have value at most 49, but got value 50 (whi
print(input_lengths.max().item() <= log_probs.shape[0])  # Notice it
# > False

# Right: the frames that there are, as integers.
input_lengths = torch.full_like(target_lengths, len(log_probs))
call(targets, input_lengths, target_lengths)
# > tensor(21.)
print(input_lengths.max().item() <= log_probs.shape[0])
# > True

call(targets, width / 4, target_lengths)  # floats
# > input_lengths must be integral
call(targets, input_lengths, target_lengths.float())
# > target_lengths must be integral
call(targets, input_lengths, target_lengths + 1)  # one too many
# > Expected tensor to have size at least 4 at dimension 1, but got size 3
call(targets.flatten()[:5], input_lengths, target_lengths)  # one less
# > Expected tensor to have size 6 at dimension 0, but got size 5 for argu
call(targets, input_lengths, target_lengths[:1])  # one less
# > target_lengths must be of size batch_size
