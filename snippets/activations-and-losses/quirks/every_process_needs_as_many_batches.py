"""Each backward() of DDP waits for all processes: they need one length."""

from torch.utils.data import DataLoader, DistributedSampler, Subset

data, processes = list(range(5)), 2


def own_part(rank):
    return DataLoader(Subset(data, range(rank, len(data), processes)))


def sampled(rank):
    sampler = DistributedSampler(data, processes, rank, shuffle=False)
    return DataLoader(data, sampler=sampler)


def show(make_loader):
    batches = [
        [batch.item() for batch in make_loader(rank)]
        for rank in range(processes)
    ]
    alike = len({len(own) for own in batches}) == 1
    print(*batches, "alike" if alike else "one process would wait")


# Wrong: every second sample for each of two processes.
show(own_part)
# > [0, 2, 4] [1, 3] one process would wait

# Right: the sampler gives one sample twice.
show(sampled)
# > [0, 2, 4] [1, 3, 0] alike
