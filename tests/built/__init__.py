"""What the laws on the built site read from its files, and a mutator that tries those laws."""
