"""The git hooks: put into a repository and taken out of it again, and what they do when git runs them."""
