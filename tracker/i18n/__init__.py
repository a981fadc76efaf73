"""What the tracker says, in every language: messages by id, and the catalogs that hold their words."""
