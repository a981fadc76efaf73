"""A later sentence speaks of a promise where it shares more with it than sentences share with it by chance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest

from tracker.extraction import analyse
from tracker.language.lemmas import words
from tracker.language.terms import NO_NAMES, terms_of
from tracker.model import Letter, Passage, PassageKind
from tracker.status.chance_overlap import Sentences
from tracker.status.searched_words import searched_words

PROMISE = "Met beleggers sluiten wij in de zomer een convenant over de huur van drijvende woningen."
DAY = dt.date(2023, 6, 20)
BEFORE = (
    PROMISE,
    "De straatlantaarns staan op een onderlinge afstand van dertig meter.",
    "Inwoners waarderen de verlichting met een zeven.",
    "Er zijn drie begraafplaatsen met samen tweeduizend graven.",
    "De aula biedt plaats aan tachtig bezoekers.",
    "Het zwembad trok vorig seizoen tienduizend bezoekers.",
    "De kantine is in handen van een pachter.",
)
WATER = tuple(f"De woningen aan de {name} liggen laag." for name in ("kade", "dijk", "gracht", "haven"))

SILENT = {
    "another subject": (BEFORE, "De kantine van het zwembad is verbouwd."),
    "only a common word of the promise": (BEFORE, "Wij sluiten het zwembad in de zomer."),
    "what letters said before without the promise": ((*BEFORE, *WATER), "De woningen aan de singel liggen laag."),
}
SPOKEN = {
    "the thing in other words": (BEFORE, "Elf beleggers tekenden in juli voor afspraken over de huur."),
    "the first noun of a compound": (BEFORE, "Het huurconvenant met elf partijen is getekend."),
    "two rare words of the promise": (BEFORE, "Over drijvend wonen is met de beleggers gesproken."),
}


def letter(name: str, day: dt.date | None, *texts: str) -> Letter:
    """A letter of these passages."""
    kind = PassageKind.PARAGRAPH
    passages = tuple(Passage(f"{name}/p{at}", None, kind, text, (), at + 1) for at, text in enumerate(texts))
    return Letter(name, f"{name}.txt", "", passages, (), date=day)


def sentences(*letters: Letter, answers: Iterable[tuple[str, str]] = ()) -> Sentences:
    return Sentences([(row, searched_words(analyse(row))) for row in letters], frozenset(answers))


def search(
    before: tuple[str, ...], *later: str, written: dt.date | None = dt.date(2024, 6, 26), report: str = ""
) -> list[str]:
    """What later letters are found to say of the promise in the first passage; `report` answers no known promise."""
    letters = [letter("a", DAY, *before), letter("b", written, *later)]
    answers = {(f"b/p{later.index(report)}", report)} if report else ()
    about = dict.fromkeys(terms_of(words(PROMISE), NO_NAMES), 1.0)
    return [row.text for row in sentences(*letters, answers=answers).search(about, DAY, {"a/p0"}).speaking]


@pytest.mark.parametrize(("before", "later"), SILENT.values(), ids=SILENT.keys())
def test_what_is_shared_by_chance_speaks_of_no_promise(before: tuple[str, ...], later: str) -> None:
    assert search(before, later) == []


@pytest.mark.parametrize(("before", "later"), SPOKEN.values(), ids=SPOKEN.keys())
def test_more_than_chance_speaks_of_a_promise(before: tuple[str, ...], later: str) -> None:
    assert search(before, later) == [later]


def test_a_long_sentence_shares_more_by_chance() -> None:
    short = "De huur van de kantine en het convenant."
    long = (
        f"{short[:-1]} staan los van de brug, de sluis, de molen, de toren, de kerk, de school, de markt, de winkel, "
        "de fabriek, de boerderij, de tuin, de speelplaats."
    )
    assert search(BEFORE, short) == [short]
    assert search(BEFORE, long) == []


@pytest.mark.parametrize("written", [None, DAY])
def test_only_a_letter_dated_after_the_promise_is_searched(written: dt.date | None) -> None:
    assert search(BEFORE, SPOKEN["the thing in other words"][1], written=written) == []


def test_of_each_letter_the_sentence_that_shares_most_is_given() -> None:
    less, more = SPOKEN["two rare words of the promise"][1], "Het convenant met beleggers over huur is getekend."
    assert search(BEFORE, less, more) == [more]


def test_a_promise_without_a_word_is_spoken_of_nowhere() -> None:
    assert sentences(letter("b", DAY, "De kade.")).search({}, DAY - dt.timedelta(1), set()).speaking == ()


MANY = tuple(f"Lantaarn {number} brandt." for number in range(150))
LITTLE = "De beleggers komen."


@pytest.mark.parametrize(("report", "found"), [("", []), (MANY[0], []), (LITTLE, [LITTLE])])
def test_a_report_that_answers_no_known_promise_needs_to_share_less(report: str, found: list[str]) -> None:
    assert search(BEFORE, *MANY, LITTLE, report=report) == found
