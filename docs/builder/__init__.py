"""What turns recordings into pages: Markdown extensions, and what they read. It needs no torch."""
