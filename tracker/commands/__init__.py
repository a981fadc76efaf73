"""The commands, one a file: each gives the text to print and does no work of its own."""
