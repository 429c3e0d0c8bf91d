"""CTCLoss needs a blank between two equal letters."""

import torch
from matplotlib import pyplot as plt
from torch import nn

blank = (torch.arange(1, 100) / 100).requires_grad_()  # 0.01 to 0.99
letter = 1 - blank  # an alphabet of one letter, a
frame = torch.stack([blank, letter], dim=1).log()
log_probs = frame.expand(4, 99, 2)  # four equal frames
frames = torch.full((99,), 4)
criterion = nn.CTCLoss(reduction="none")
one, two = (torch.ones(99, n, dtype=torch.int64) for n in (1, 2))
a = criterion(log_probs, one, frames, torch.full((99,), 1))
aa = criterion(log_probs, two, frames, torch.full((99,), 2))
(slope,) = torch.autograd.grad(aa.sum(), blank, retain_graph=True)

both = 3 * letter**2 * blank**2 + 2 * letter**3 * blank
torch.testing.assert_close(aa, -both.log())  # five ways to read aa
print(f"a: lowest at {blank[a.argmin()]:.2f}, loss {a.min():.2f}")
# > a: lowest at 0.01, loss 0.02
print(f"aa: lowest at {blank[aa.argmin()]:.2f}, loss {aa.min():.2f}")
# > aa: lowest at 0.37, loss 1.06
print(f"log_probs {tuple(log_probs.shape)}, {log_probs.dtype}")
# > log_probs (4, 99, 2), torch.float32
print(f"target {tuple(two.shape)}, lengths {tuple(frames.shape)}")
# > target (99, 2), lengths (99,)
x = blank.detach()
plt.plot(x, aa.detach(), color="tab:blue")
plt.text(0.15, 2.1, "loss of aa", color="tab:blue")
plt.plot(x, a.detach(), color="tab:green", linestyle="dotted")
plt.text(0.02, 0.6, "loss of a", color="tab:green")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(0.22, -4, "slope of aa", color="tab:orange")
plt.ylim(-6, 6)
plt.xlabel("probability of the blank in each of four frames")
plt.show()
