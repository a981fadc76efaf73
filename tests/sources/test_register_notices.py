"""What is to be said of parliament's register itself."""

from __future__ import annotations

import datetime as dt

from tracker.i18n.catalog import text_of
from tracker.model import RegisterTwin
from tracker.sources.register import LONGEST, Register, Registered, shortened_register
from tracker.sources.register_notices import register_notices


def test_unknown_words_and_numbers_of_two_promises_are_told() -> None:
    odd = [Registered(f"A-{number}", "x", "Zoek", met=False, unclear=True) for number in range(7)]
    two = Registered("B-1", "x", "Open", met=False, twins=(RegisterTwin("y", "Open", met=False),))
    words, doubled = map(text_of, register_notices([*odd, two, Registered("C-1", "x", "Open", met=False)]))
    assert "(Zoek: A-0, A-1, A-2, A-3, A-4 and 2 more)" in words
    assert "(B-1)" in doubled
    assert list(register_notices([Registered("C-1", "x", "Open", met=False)])) == []


def test_promises_without_a_status_are_told() -> None:
    (told,) = map(text_of, register_notices([Registered("A-1", "x", "", met=False, unclear=True)]))
    assert "no status of promises (A-1)" in told


def test_what_is_too_long_is_read_as_far_as_that_and_told() -> None:
    """A text of 100,000 signs took the processor six seconds, and twenty of them two minutes."""
    twin = RegisterTwin("z " * LONGEST, "Open", met=False)
    rows = (Registered("A-1", "y " * LONGEST, "Open", met=False), Registered("B-1", "x", "", met=False, twins=(twin,)))
    long, short = shortened_register(Register(dt.date(2024, 3, 1), rows)).promises
    assert (len(long.text), short.text, len(short.twins[0].text)) == (LONGEST + 4, "x", LONGEST + 4)
    assert "more than 4000 characters (A-1)" in " ".join(map(text_of, register_notices([long, short])))


def test_what_is_told_under_another_name_is_told_of() -> None:
    (told,) = map(text_of, register_notices([Registered("A-1", "x", "Voldaan", met=True, unread=("Kenmerk",))]))
    assert "(A-1)" in told
    assert "by now: Kenmerk; that the letters are silent" in told
