"""Each backward() of DDP waits for all processes: they need one length."""

from torch.utils.data import DataLoader, DistributedSampler

data, world_size = list(range(5)), 2

# Wrong: every second sample for each of two processes.
for rank in range(world_size):
    part = data[rank::world_size]
    loader = DataLoader(part)
    print(f"process {rank}: {len(loader)} batches")
# > process 0: 3 batches
# > process 1: 2 batches

# Right: the sampler gives one sample twice.
for rank in range(world_size):
    sampler = DistributedSampler(data, world_size, rank)
    loader = DataLoader(data, sampler=sampler)
    print(f"process {rank}: {len(loader)} batches")
# > process 0: 3 batches
# > process 1: 3 batches
