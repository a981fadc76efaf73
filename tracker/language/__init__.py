"""The language of the letters: its words and rules as data, and the code that reads sentences by them."""
