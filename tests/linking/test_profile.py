"""What is asked of a subject: whether words stand together, whether it can be known again, and what it is about."""

from __future__ import annotations

import pytest

from tests.series import Made, Promise, Told, profiled
from tracker.linking.profile import StatementProfile, about, recognisable, side_by_side
from tracker.model import Kind


def subject(row: Promise | Told, *before: str, heading: str = "") -> StatementProfile:
    (found,), _ = profiled(Made("a", "2024-01-01", {heading: [*before, row]}))
    return found


HR, POLICY = ("strategisch",), ("personeelsbeleid", "personeel")


def test_words_are_side_by_side_where_they_are_on_both_sides() -> None:
    near, far = (
        subject(Promise(text))
        for text in (
            "Er komt strategisch personeelsbeleid.",
            "Het personeelsbeleid wordt volgens rivierbeheerders strategisch.",
        )
    )
    chosen = {POLICY: POLICY}
    assert side_by_side(near, near, HR, HR, chosen)
    assert not side_by_side(near, far, HR, HR, chosen)
    assert not side_by_side(far, near, HR, HR, chosen)
    assert not side_by_side(near, near, HR, HR, {})


KNOWN = {
    "a rare word": (Promise("Wij openen de waterzuivering."), True),
    "a form": (Promise("Wij maken een plan."), False),
    "a form with a name": (Promise("Wij maken een actieplan."), True),
    "nothing": (Promise("Wij starten met taal."), False),
    "only the act": (Promise("De invoering krijgt uitstel."), False),
    "it informs": (Promise("Wij melden het u.", Kind.INFORM), True),
    "it points back": (Promise("Hieraan werken wij."), True),
    "a partner": (Promise("Wij spreken met gemeenten."), False),
}


@pytest.mark.parametrize(("row", "known"), KNOWN.values(), ids=KNOWN.keys())
def test_what_a_later_letter_could_take_up(row: Promise, known: bool) -> None:
    assert recognisable(subject(row)) is known


def test_what_only_sentences_before_name_makes_nothing_known() -> None:
    row = Promise("Oplevering vindt plaats in mei.")
    bridged = subject(row, "De waterzuivering is oud.")
    assert "waterzuivering" in bridged.facts.bridged
    assert any("waterzuivering" in term for term in bridged.own)
    assert not recognisable(bridged)


def test_what_promises_are_about_the_most_telling_first() -> None:
    found = about([subject(Promise("De gemeenten openen de waterzuivering in de haven."))])
    assert [term[0] for term, _ in found][:2] == ["waterzuivering", "haven"]
    assert [weight for _, weight in found] == sorted((weight for _, weight in found), reverse=True)
    assert "gemeente" not in [term[0] for term, _ in found]


def test_a_form_tells_less_of_what_a_promise_is_about_than_its_subject() -> None:
    found = dict(about([subject(Promise("Wij maken een actieplan voor de rivierbeheerders en de waterzuivering."))]))
    assert 0 < found["actieplan",] < found["waterzuivering",]


def test_reports_say_nothing_of_what_was_promised() -> None:
    assert about([subject(Told("De waterzuivering is open."))]) == ()


def test_a_thin_promise_is_about_what_it_points_to_and_another_is_not() -> None:
    before = "De waterzuivering krijgt aandacht."
    thin, full = Promise("Hieraan werken wij."), Promise("Er komt een meldpunt voor de geluidhinder bij de haven.")
    assert ("waterzuivering",) in dict(about([subject(thin, before)]))
    assert ("waterzuivering",) not in dict(about([subject(full, before)]))
