"""Words as terms, and names with what they stand for."""

from __future__ import annotations

import pytest

from tests.processor import is_linear
from tracker.errors import ExitCode, handled
from tracker.language import terms
from tracker.language.lemmas import words
from tracker.language.terms import (
    NO_NAMES,
    Term,
    deliverable_types,
    is_generic,
    is_party,
    name_terms,
    named,
    names_of,
    terms_of,
)

TERMS = {
    "De scholen": [("school",)],
    "lerarenopleidingen": [("lerarenopleiding", "leraar", "opleiding")],
    "onderwijsregio’s": [("onderwijsregio", "onderwijs", "regio")],
    "Wij herijken de herijking.": [("herijking",), ("herijking",)],
    "In 2025 zijn er 12 van de 30.": [],
}


@pytest.mark.parametrize(("text", "terms"), TERMS.items())
def test_terms_are_stems_with_those_of_their_parts(text: str, terms: list[Term]) -> None:
    assert terms_of(words(text), NO_NAMES) == terms


FUND = names_of({"ngf": ("nationaal", "groeifonds")})
NAMED = {
    "Het NGF betaalt.": ["ngf"],
    "Het Nationaal Groeifonds betaalt.": ["ngf"],
    "Het NGF is het Nationaal Groeifonds.": ["ngf"],
    "Het nationaal fonds groeit.": [],
    "Het groeifonds is nationaal.": [],
}


@pytest.mark.parametrize(("text", "short"), NAMED.items())
def test_a_name_is_known_by_its_abbreviation_or_by_all_its_words(text: str, short: list[str]) -> None:
    assert named(words(text), FUND) == short


def test_a_name_brings_its_abbreviation_and_its_words() -> None:
    assert name_terms("ngf", FUND)[0] == ("ngf",)
    assert terms_of(("ngf",), FUND) == [("ngf",), *name_terms("ngf", FUND)]
    assert set(name_terms("ngf", FUND)) <= set(terms_of(("nationaal", "groeifonds"), FUND))


SORTS = {
    "actieplan": (True, False, {"plan"}),
    "besluit": (True, False, set()),
    "gemeente": (False, True, set()),
    "waterzuivering": (False, False, set()),
    "subsidieregeling": (True, False, {"grant"}),
    "lerarenberaad": (False, False, {"council"}),
    "kustgemeente": (False, True, set()),
    "uitvoeringsorganisatie": (False, True, set()),
    "beraad": (True, False, {"council"}),
    "proeven": (True, False, {"pilot"}),
    "updates": (True, False, set()),
    "bonden": (False, True, set()),
    "grondgebonden": (False, False, set()),
}


@pytest.mark.parametrize(("word", "sort"), SORTS.items())
def test_forms_and_parties_are_told_from_subjects(word: str, sort: tuple[bool, bool, set[str]]) -> None:
    (term,) = terms_of((word,), NO_NAMES)
    assert (is_generic(term), is_party(term), deliverable_types(term)) == sort


@pytest.mark.parametrize(
    ("part", "words", "told"),
    [
        pytest.param("carriers", {"words": ["website", "brief"]}, "carriers: 'brief'", id="a word of every letter"),
        pytest.param("partners", {"words": ["partij"]}, "partners: 'partij'", id="too short for the end of a word"),
        pytest.param("forms", {"pilot": ["proeven"]}, "forms.pilot: 'proeven'", id="another lemma"),
    ],
)
def test_a_word_that_can_never_match_is_our_bug(
    part: str,
    words: dict[str, list[str]],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is told with the file, the list and the word."""
    readers = {"carriers": terms._generic_terms, "partners": terms._party_terms, "forms": terms._deliverable_types}
    monkeypatch.setattr(terms, "entries", lambda table, name: words)
    readers[part].cache_clear()
    try:
        assert handled(lambda: len(readers[part]())) == ExitCode.BUG
    finally:
        readers[part].cache_clear()
    assert f"links.toml: {told} can never match" in capsys.readouterr().err


def test_names_that_begin_alike_take_no_longer_than_others() -> None:
    def work(size: int) -> None:
        names = names_of({f"rgh{at}": ("regeling", "groene", f"haven{at}") for at in range(size)})
        text = [word for at in range(size) for word in ("regeling", "groene", f"haven{at}")]
        assert len(named(text, names)) == size

    assert is_linear(work, 400)
