"""The stack's file: what is written is read back."""

from __future__ import annotations

import msgspec

from tracker.extraction.learned.formulas import Stack, load_stack
from tracker.training.stack import as_toml


def test_formulas_are_read_as_they_were_written() -> None:
    stack = load_stack()
    assert msgspec.toml.decode(as_toml(stack), type=Stack) == stack
