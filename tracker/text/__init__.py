"""Text as such: normalised, measured, escaped, compared; no language and no letters."""
