"""Dutch: its words and rules as data (*.toml), and its grammar as code."""
