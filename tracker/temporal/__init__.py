"""Time expressions in parts: the grammar, the tagger, candidates, resolution, calendar arithmetic."""
