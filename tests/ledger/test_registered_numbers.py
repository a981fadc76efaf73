"""The numbers that the register has threads under, and whether letters name them apart from these."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from tests.repositories import masthead
from tracker.commands.source import CollectionSource
from tracker.ledger.registered_numbers import are_named_apart, registered_numbers
from tracker.model import MatchGround, RegisterMatch

N = "TZ202303-001"


def test_what_a_thread_surely_is_gives_its_promises_a_number(tmp_path: Path) -> None:
    promised = "In juni 2023 sturen wij uw Kamer het rapport over de havens.\n"
    (tmp_path / "1.txt").write_text(masthead("1", "1 maart 2023") + promised, "utf-8")
    (tmp_path / "2.txt").write_text(masthead("2", "10 september 2023") + f"Zie {N}.\n", "utf-8")
    ledger = CollectionSource(tmp_path).ledger
    (thread,) = ledger.threads
    for ground, found in ((MatchGround.ASKED, {}), (MatchGround.WORDS, {ledger.commitments[0].id: frozenset({N})})):
        row = RegisterMatch(N.lower(), thread.id, ground, "", "", met=False)
        known = replace(ledger, registered=(row,))
        assert registered_numbers(known) == found
        assert are_named_apart(known, found) is bool(found)
    assert not are_named_apart(replace(ledger, letters=ledger.letters[:1]), {ledger.commitments[0].id: frozenset({N})})
