"""Printed blocks and lines → paragraphs, lists, tables and footnotes."""
