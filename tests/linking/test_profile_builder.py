"""What a statement is about: its own words, and what it leaves to its surroundings."""

from __future__ import annotations

from msgspec.structs import replace

from tests.series import Made, Promise, Told, build
from tracker.extraction import analyse, describe
from tracker.language.terms import NO_NAMES, Names, names_of
from tracker.linking.profile import StatementProfile
from tracker.linking.profile_builder import read_subjects
from tracker.linking.vocabulary import read_vocabulary
from tracker.linking.weights import BACK, HEADING, INFORM_BACK, NEAR, OFTEN, PARENT, PASSAGE, QUOTE, SENTENCE
from tracker.model import Commitment, Kind, Section

FUND = names_of({"ngf": ("nationaal", "groeifonds")})
WATER, NOISE, SOLAR = ("waterzuivering",), ("geluidhinder", "geluid", "hinder"), ("zonnepark", "zonne", "park")


def subjects(sections: dict[str, list[str | Promise | Told]], names: Names = NO_NAMES) -> tuple[StatementProfile, ...]:
    letter, rows = build(Made("a", "2024-01-01", sections))
    analysed = analyse(letter)
    return read_subjects(analysed, read_vocabulary(analysed, names), rows, describe(analysed, rows))


def subject(*rows: str | Promise | Told, heading: str = "", names: Names = NO_NAMES) -> StatementProfile:
    """The subject of the last statement."""
    return subjects({heading: list(rows)}, names)[-1]


PLAN = Promise("Wij stellen een actieplan voor waterzuivering en rivierbeheerders op.")
THIS = Promise("Hierover informeren wij uw Kamer.", Kind.INFORM)


def test_a_number_of_the_register_is_no_word_of_a_statement() -> None:
    bare, numbered = (
        subject(Promise(f"Er komt een plan voor waterzuivering{row}.")) for row in ("", " (TZ202402-158)")
    )
    assert (numbered.weights, numbered.told) == (bare.weights, bare.told)
    assert WATER in bare.told


def test_words_count_by_how_near_they_stand() -> None:
    found = subject("De geluidhinder neemt toe.", PLAN, heading="Zonneparken")
    assert [found.weights.get(term) for term in (WATER, SOLAR, NOISE)] == [QUOTE, HEADING, None]
    assert found.stems["geluidhinder"].reach == PASSAGE
    assert found.title == {SOLAR}
    assert found.own >= {WATER}
    assert NOISE not in found.own
    assert (found.forms, found.thin) == ({"plan"}, False)


def test_a_sentence_that_points_back_takes_its_subject_from_those_before_it() -> None:
    rows = ("De zonneparken komen er.", "De geluidhinder neemt toe.", THIS)
    assert [subject(*rows).weights[term] for term in (NOISE, SOLAR)] == list(INFORM_BACK[:2])
    work = Promise("Hieraan werken wij.", Kind.START)
    assert [subject(*rows[:2], work).weights[term] for term in (NOISE, SOLAR)] == list(BACK[:2])
    assert [row.text for row in subject(*rows).before] == [rows[1], rows[0]]
    assert subject(*rows[:2], PLAN).weights.get(NOISE) is None


def test_a_quote_that_starts_from_something_known_tells_less_than_one_of_its_own() -> None:
    assert subject(Promise("Deze waterzuivering wordt uitgebreid.")).weights[WATER] == SENTENCE
    assert subject(PLAN).weights[WATER] == QUOTE


def test_headings_further_up_count_less() -> None:
    letter, rows = build(Made("a", "2024-01-01", {"Zonneparken": [PLAN]}))
    above = Section("a/up", "Geluidhinder", 1, 0)
    letter = replace(letter, sections=(above, replace(letter.sections[0], parent="a/up")))
    analysed = analyse(letter)
    (found,) = read_subjects(analysed, read_vocabulary(analysed, NO_NAMES), rows, describe(analysed, rows))
    assert found.sections == ("a/s0", "a/up")
    assert found.stems["geluidhinder"].reach == HEADING * PARENT


def test_an_abbreviation_and_its_name_are_neighbours() -> None:
    found = subject(Promise("Het NGF betaalt de waterzuivering."), names=FUND)
    name = next(term for term in found.own if term[0] == "groeifonds")
    assert ("ngf",) in found.beside[name]
    assert found.parties == {("ngf",), name}


def actor(times: int) -> frozenset[tuple[str, ...]]:
    """What tells who acts, where so many passages speak of that body."""
    sections = {f"Deel {at}": ["De waterbeheerder is er."] for at in range(times)}
    letter, rows = build(Made("a", "2024-01-01", {**sections, "Plan": [PLAN]}))
    statements = [replace(row, actor="de Waterbeheerder") for row in rows if isinstance(row, Commitment)]
    analysed = analyse(letter)
    facts = describe(analysed, statements)
    return read_subjects(analysed, read_vocabulary(analysed, NO_NAMES), statements, facts)[0].actor


def test_who_acts_is_no_subject_where_the_letter_often_names_them() -> None:
    assert {term[0] for term in actor(OFTEN)} == {"waterbeheerder"}
    assert actor(OFTEN - 1) == frozenset()


def test_the_known_noun_and_the_words_of_every_letter_are_kept() -> None:
    found = subject(PLAN, Promise("Het meldpunt wordt in mei geopend.", Kind.START))
    assert {term[0] for term in found.known_noun} == {"meldpunt"}
    assert {"worden", "in", "mei"} <= {term[0] for term in found.words}


def told(row: str | None, promise: Promise) -> tuple[StatementProfile, ...]:
    """The subject of a promise in the second cell of a table's row, or of none."""
    letter, rows = build(Made("a", "2024-01-01", {"Water": ["De geluidhinder."], "Zon": [promise]}))
    analysed = analyse(replace(letter, passages=tuple(replace(cell, row=row) for cell in letter.passages)))
    return read_subjects(analysed, read_vocabulary(analysed, NO_NAMES), rows, describe(analysed, rows))


def test_the_head_of_a_row_speaks_for_its_cells() -> None:
    (plain,), (pointing,), (alone,) = told("r1", PLAN), told("r1", THIS), told(None, THIS)
    assert (plain.row, plain.stems["geluidhinder"].reach) == ("r1", PASSAGE)
    assert pointing.weights[NOISE] == NEAR
    assert "geluidhinder" not in alone.stems
