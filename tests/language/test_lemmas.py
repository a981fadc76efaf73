from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.language import lemmas

SIMPLE = [
    "onderwijs",
    "opleiding",
    "samenwerking",
    "directeur",
    "professionalisering",
    "bevoegdheid",
    "leraarschap",
    "uitvoering",
    "overleg",
]


@pytest.mark.parametrize("word", SIMPLE)
def test_a_simple_word_is_not_split(word: str) -> None:
    assert lemmas.compound_parts(word) == ()


COMPOUNDS = {
    "onderwijsregio's": ("onderwijs", "regio"),
    "onderwijsregio’s": ("onderwijs", "regio"),
    "lerarenopleidingen": ("leraar", "opleiding"),
    "curriculumberaad": ("curriculum", "beraad"),
    "bekwaamheidseisen": ("bekwaamheid", "eis"),
    "onderwijsarbeidsmarktfonds": ("onderwijs", "arbeidsmarkt", "fonds"),
    "jeugdzorgregio": ("jeugdzorg", "jeugd", "zorg", "regio"),
    "waterschapsbelasting": ("waterschap", "belasting"),
    "mbo-instructeurs": ("mbo", "instructeur"),
}


@pytest.mark.parametrize(("word", "parts"), COMPOUNDS.items(), ids=COMPOUNDS)
def test_a_compound_is_split(word: str, parts: tuple[str, ...]) -> None:
    assert lemmas.compound_parts(word) == parts


LEMMAS = {
    "leraren": "leraar",
    "Scholen": "school",
    "verlengd": "verlengen",
    "ingezet": "inzetten",
    "onderwijsregio's": "onderwijsregio",
    "toelatingseisen": "toelatingseis",
    "instructeurs": "instructeur",
    "onderzoeker": "onderzoeker",
    "s-hrm": "s-hrm",
}


@pytest.mark.parametrize(("word", "expected"), LEMMAS.items(), ids=LEMMAS)
def test_lemma(word: str, expected: str) -> None:
    assert lemmas.lemma(word) == expected


def test_content_words_leave_out_function_words_words_of_every_letter_and_numbers() -> None:
    assert lemmas.content_words("In 2024 informeren wij uw Kamer over 12 nieuwe maatregelen.") == ()


def test_content_words_hold_compounds_and_their_parts() -> None:
    assert lemmas.content_words("de evaluatie van de onderwijsregio’s") == (
        "evaluatie",
        "onderwijsregio",
        "onderwijs",
        "regio",
    )


def test_rarity_runs_from_common_to_unknown() -> None:
    assert (
        lemmas.rarity("de") < 0.1 < lemmas.rarity("school") < lemmas.rarity("curriculum") < lemmas.rarity("zzyxq") == 1
    )


@pytest.mark.parametrize(
    ("word", "known"), [("leraar", True), ("Scholen", True), ("kostenen", False), ("zzyxq", False)]
)
def test_is_word(word: str, known: bool) -> None:
    assert lemmas.is_word(word) is known


@given(st.text(max_size=80))
def test_any_text_has_words(text: str) -> None:
    assert all(lemmas.lemmas(text))
    assert all(lemmas.is_content(word) for word in lemmas.content_words(text))
    assert all(0 <= lemmas.rarity(word) <= 1 for word in lemmas.words(text))


def test_a_very_long_word_is_left_alone() -> None:
    assert lemmas.compound_parts("onderwijs" * 1000) == ()


@pytest.mark.parametrize(
    ("word", "infinitive"),
    [("gezonden", "gezonden"), ("brug", "brug"), ("zond", "zond"), ("stuurt", "sturen"), ("sturen", "sturen")],
)
def test_a_verb_of_now_is_one_word_whoever_speaks(word: str, infinitive: str) -> None:
    assert lemmas.infinitive_of_now(word) == infinitive


@pytest.mark.parametrize("word", ["", "-", "plan-", "--"])
def test_what_ends_in_a_hyphen_has_no_other_form_of_its_end(word: str) -> None:
    assert lemmas.lemma(word) == word
