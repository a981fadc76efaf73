"""What is kept on disk: files written whole, and what was read before."""
