"""Who answers for a promise."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import LAPSED, NEW, OLD, POSTPONED, SMALL
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.model import Letter
from tracker.views.offices import addressed, answering, offices, signatories, signed_first


def index(older: Letter, newer: Letter) -> Index:
    return Index(replace(SMALL, letters=(older, newer)))


def test_another_dossier_and_an_unsigned_letter_answer_for_nothing() -> None:
    unsigned = replace(NEW, signatories=(), offices=())
    found = index(replace(OLD, signatories=("A. Vroeger",), offices=("Minister van Dijken",)), unsigned)
    assert answering(found, POSTPONED) == ("minister van Dijken",)
    other = replace(NEW, signatories=("B. Elders",), offices=(), dossier="99999")
    assert answering(index(replace(OLD, signatories=(), offices=()), other), POSTPONED) == ()


def test_the_first_letter_names_who_signed_and_the_newest_who_answers() -> None:
    then = replace(OLD, signatories=("A. Vroeger",), offices=("Minister van Dijken",))
    now = replace(
        NEW, signatories=("B. Nu", "C. Mede"), offices=("Staatssecretaris van Water", ""), dossier=OLD.dossier
    )
    assert signed_first(index(then, now), POSTPONED) == ("A. Vroeger",)
    assert answering(index(then, now), POSTPONED) == ("staatssecretaris van Water", "C. Mede")


FARMS = "De minister van Landbouw, Natuur en Voedselkwaliteit"
CARE = "De minister voor Langdurige Zorg en Sport"


@pytest.mark.parametrize(
    ("dossier", "then", "now", "answers"),
    [
        # Another ministry never answers, with or without a dossier.
        (None, FARMS, CARE, "minister van Landbouw, Natuur en Voedselkwaliteit"),
        ("30 175", FARMS, CARE, "minister van Landbouw, Natuur en Voedselkwaliteit"),
        (None, "Wethouder van Verkeer", FARMS, "wethouder van Verkeer"),
        (None, FARMS, "Wethouder van Verkeer", "minister van Landbouw, Natuur en Voedselkwaliteit"),
        # The field under another name, a body of its own, and a paper of the dossier without a printed office do.
        (None, FARMS, "De staatssecretaris van Landbouw, Visserij en Natuur", "staatssecretaris van Landbouw, V"),
        (None, CARE, "De minister van Volksgezondheid, Welzijn en Sport", "minister van Volksgezondheid"),
        (None, "Wethouder van Verkeer", "Wethouder van Wonen", "wethouder van Wonen"),
        ("30 175", FARMS, "", "B. Nu"),
    ],
)
def test_only_who_signs_for_the_field_answers(dossier: str | None, then: str, now: str, answers: str) -> None:
    older = replace(OLD, signatories=("A. Toen",), offices=(then,), dossier=dossier)
    newer = replace(NEW, signatories=("B. Nu",), offices=(now,), dossier=dossier)
    (found,) = answering(index(older, newer), LAPSED)
    assert found.startswith(answers)


def test_an_office_has_an_article_in_a_sentence_and_a_name_has_none() -> None:
    both = replace(OLD, signatories=("A. Een", "B. Twee", "C. Drie"), offices=(FARMS, FARMS, ""))
    assert offices(both) == ("minister van Landbouw, Natuur en Voedselkwaliteit", "C. Drie")
    assert addressed(("minister van Dijken", "C. Drie")) == "the minister van Dijken and C. Drie"
    with speaking("nl"):
        assert addressed(("minister van Dijken", "C. Drie")) == "de minister van Dijken en C. Drie"


def test_an_office_stands_with_the_name_where_it_is_printed() -> None:
    two = replace(OLD, signatories=("A. Vroeger", "C. Mede"), offices=("Minister van Dijken", ""))
    assert signatories(two) == ("A. Vroeger (Minister van Dijken)", "C. Mede")
    assert offices(replace(two, offices=())) == ("A. Vroeger", "C. Mede")


def test_what_another_office_is_to_do_nobody_who_signed_answers_for() -> None:
    then = replace(OLD, signatories=("A. Vroeger",), offices=("Minister van Dijken",))
    found = index(then, replace(NEW, signatories=("B. Nu",), offices=("Minister van Dijken",), dossier=OLD.dossier))
    refs = {step.ref for step in POSTPONED.members}
    other = replace(
        found.ledger,
        commitments=tuple(
            replace(row, actor="minister van Bruggen") if row.id in refs else row for row in found.ledger.commitments
        ),
    )
    assert signed_first(Index(other), POSTPONED) == ()
    assert answering(Index(other), POSTPONED) == ("minister van Bruggen",)
