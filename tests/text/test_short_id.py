"""The signs that stand for a text in ids."""

from __future__ import annotations

from tracker.text.short_id import short_id


def test_ids_are_a_promise() -> None:
    """They stand in files of users: another way to make them would lose every ruling."""
    assert short_id("") == "36e9d246"
    assert short_id("Wij sturen het plan.") != short_id("Wij sturen het plan")
    assert len(short_id("Coördinatie van dijken")) == 8
