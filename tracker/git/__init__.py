"""Letters as git keeps them."""
