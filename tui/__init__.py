"""The terminal UI: reads the ledger through tracker.pipeline and holds no rules of its own."""
