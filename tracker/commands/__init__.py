"""Commands that come in groups, and the options that all commands share."""
