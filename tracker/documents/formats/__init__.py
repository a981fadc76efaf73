"""Bytes of one format → its printed blocks; one module a format."""
