"""The tracker: what a government's successive letters promised, changed, postponed, dropped and kept."""

__version__ = "0.1.0"
