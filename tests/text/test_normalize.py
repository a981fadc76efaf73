"""Folded text: what the patterns see, and the way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.text.normalize import (
    bare_words,
    comparable,
    fold,
    lines_joined,
    one_space,
    plain_signs,
    searchable,
    straight_quotes,
    straighten,
    trimmed,
)


def test_letters_spaces_apostrophes_and_dashes_are_made_one_kind() -> None:
    assert fold("Eind\u00a0\n ’24 –  MEI").text == "eind '24 - mei"


def test_offsets_lead_back_to_the_text_as_given() -> None:
    text = "in  de   zomer"
    folded = fold(text)
    at = folded.text.index("de")
    assert text[folded.original(at) : folded.original(at + 2, end=True)] == "de"


@given(st.text(alphabet=st.sampled_from("aB \n\t’–\u00a0İ1"), max_size=30))
def test_every_sign_is_found_back(text: str) -> None:
    folded = fold(text)
    for at, sign in enumerate(folded.text):
        given_sign = text[folded.original(at)]
        assert given_sign.isspace() if sign == " " else fold(given_sign).text == sign


def test_what_typing_changes_is_made_one() -> None:
    """Each of the four goes one step further, and none changes the words."""
    assert straighten("Regio’s in ‘Rijn‑Mond’") == "Regio's in 'Rijn-Mond'"
    assert one_space("  Eén\u00a0\n plan ") == "Eén plan"
    assert comparable("Regio’s") == comparable("REGIO'S")
    assert searchable("Coördinatie’s") == "coordinatie's"


def test_quotation_marks_are_made_those_of_a_keyboard() -> None:
    assert straight_quotes("„Rijn” en “Mond”, 's avonds") == '"Rijn" en "Mond", \'s avonds'


def test_two_prints_of_a_sentence_have_the_same_words() -> None:
    """Quotes, hyphens, broken words and ligatures are of the print; shares and euros are said."""
    assert bare_words("De “ﬁets-\nregeling” kost € 5,\u00ad of 3%!") == bare_words("de fietsregeling kost €  5 of 3%")
    assert bare_words("plan A") != bare_words("plan B")


def test_a_number_is_the_same_however_it_is_printed() -> None:
    assert plain_signs("36 600-VIII") == plain_signs("36600 viii") == "36600viii"


def test_the_signs_around_a_text_say_nothing() -> None:
    assert trimmed(" – De\n Aanpak’s plan: ") == "de aanpak's plan"


def test_lines_become_one_and_a_word_that_is_cut_at_its_hyphen_whole() -> None:
    assert lines_joined("in overleg met de\nPO-  \r\nRaad - en") == "in overleg met de PO-Raad - en"
