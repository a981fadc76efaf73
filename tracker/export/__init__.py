"""The whole ledger in forms for other programs."""
