"""Time expressions in parts: calendar arithmetic, the stretches that words name, finding them, reading them."""
