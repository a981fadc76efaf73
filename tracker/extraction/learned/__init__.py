"""What learned from annotated papers: features of sentences, a linear reader, its stack with the rules."""
