"""Who answers for a promise, and on what ground it is read so."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import LAPSED, NEW, OLD, POSTPONED, PROMISED, SMALL
from tracker.ledger.queries import Index
from tracker.views.provenance import ground, who_answers

HEIR = replace(NEW, signatories=("B. Opvolger",))


def test_who_signed_then_and_who_does_now() -> None:
    (found,) = who_answers(Index(replace(SMALL, letters=(OLD, HEIR))), LAPSED)
    assert found.text.index("A. Minister") < found.text.index("B. Opvolger")


def test_of_the_newest_letter_one_name_is_enough() -> None:
    (found,) = who_answers(Index(replace(SMALL, letters=(OLD, HEIR))), PROMISED)
    assert "A. Minister" not in found.text
    assert "B. Opvolger" in found.text


def test_who_signs_for_another_dossier_does_not_answer() -> None:
    elsewhere = replace(HEIR, dossier="99 999")
    (found,) = who_answers(Index(replace(SMALL, letters=(OLD, elsewhere))), LAPSED)
    assert "B. Opvolger" not in found.text


def test_nobody_signed() -> None:
    unsigned = tuple(replace(row, signatories=()) for row in SMALL.letters)
    assert "A. Minister" not in str(who_answers(Index(replace(SMALL, letters=unsigned)), LAPSED))


def test_the_ground_is_the_rule_of_the_newest_words() -> None:
    index = Index(SMALL)
    assert ground(index, POSTPONED).key == "ground"
    assert ground(index, POSTPONED).text != ground(index, LAPSED).text
