"""A loader that shuffles wants at least one sample."""

from torch.utils.data import DataLoader

names = ["cat.JPG", "dog.JPG", "bird.JPG", "notes.txt"]


def look(data):
    try:
        loader = DataLoader(data, batch_size=2, shuffle=True)
        print(f"{len(data)} samples, {len(loader)} batches")
    except ValueError as error:
        print(error)


# Wrong: the search for files finds none.
data = [name for name in names if name.endswith(".jpg")]
look(data)
# > num_samples should be a positive integer value, but got num_samples=0
print(f"without shuffle: {len(DataLoader(data))} batches, no message")
# > without shuffle: 0 batches, no message

# Right: it finds those that are there.
data = [name for name in names if name.lower().endswith(".jpg")]
look(data)
# > 3 samples, 2 batches

# Notice it: False for no files, True for some.
for ending in ".jpg", ".JPG":
    data = [name for name in names if name.endswith(ending)]
    print(len(data) > 0)
# > False
# > True
