"""What a face shows, as data, and the words that it is said in."""
