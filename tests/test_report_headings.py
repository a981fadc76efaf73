"""The table of the headings of reports."""

from __future__ import annotations

from tracker.report_headings import FATES, EntryForm, Fate


def test_every_heading_has_one_row() -> None:
    assert list(FATES) == list(Fate)


def test_no_two_headings_share_a_place() -> None:
    told = [row.told for row in FATES.values() if row.told]
    cases = [row.case for row in FATES.values() if row.case]
    assert (len(set(told)), len(set(cases))) == (len(told), len(cases))


def test_what_accuses_is_dated_and_judged() -> None:
    """A heading that says something against somebody is of a deadline, and of what became of it."""
    accusing = [row for row in FATES.values() if row.is_accusing]
    assert accusing
    assert all(row.is_dated and row.is_judged and row.is_audited for row in accusing)


def test_what_only_asks_accuses_nobody() -> None:
    assert not any(row.is_accusing for row in FATES.values() if row.entry is EntryForm.QUESTION)
