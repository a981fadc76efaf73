"""What a terminal of ASCII is given: no two statuses look alike, no mark of the text like one, no word is lost."""

from __future__ import annotations

import pytest

from tracker.commands.ascii_fallback import DRAWN, OTHERS, STATUS_SIGNS
from tracker.statuses import SIGNS


def _in_ascii(text: str) -> str:
    return text.encode("ascii", errors=DRAWN).decode("ascii")


def test_no_status_looks_like_another_one() -> None:
    signs = set(SIGNS.values())
    assert {sign for sign in signs if not sign.isascii()} == set(STATUS_SIGNS)
    assert len({_in_ascii(sign) for sign in signs}) == len(signs)


def test_no_mark_of_the_text_looks_like_a_status() -> None:
    drawn = {_in_ascii(sign) for sign in SIGNS.values()}
    assert {mark for mark in OTHERS if not mark.isalpha() and OTHERS[mark] in drawn} == set()


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        pytest.param("“één jaar” · § 3", '"een jaar" | par. 3', id="quotes, accents, a mark between"),
        pytest.param("de regio’s", "de regio's", id="an apostrophe"),
        pytest.param("e\N{COMBINING DIAERESIS}", "e", id="an accent apart"),
        pytest.param("in 2017³", "in 2017^3", id="a note is no figure of the year"),
        pytest.param("½ van 3\N{NO-BREAK SPACE}mln", "1/2 van 3 mln", id="a fraction, a space"),
        pytest.param("€ 3 mln → € 4 mln", "EUR 3 mln -> EUR 4 mln", id="money, an arrow"),
        pytest.param("\N{CJK UNIFIED IDEOGRAPH-4E2D}", "<U+4E2D>", id="what nobody drew"),
        pytest.param("zonder meer?", "zonder meer?", id="what ASCII has"),
    ],
)
def test_how_it_is_drawn(text: str, drawn: str) -> None:
    assert _in_ascii(text) == drawn


def test_only_what_the_encoding_lacks_is_drawn() -> None:
    assert "één “jaar”".encode("latin-1", errors=DRAWN).decode("latin-1") == 'één "jaar"'


def test_to_decode_is_another_matter() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", errors=DRAWN)
