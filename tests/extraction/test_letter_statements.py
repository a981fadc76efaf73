"""What is read in each letter by itself, and what keeps a letter out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.series import Made, build
from tracker.documents import limits
from tracker.errors import LetterError
from tracker.extraction import letter_statements
from tracker.extraction.letter_statements import facts_of, sound, statements_of, without_encoder
from tracker.i18n.message import message

LETTER, _ = build(Made("a", "2024-01-01", {"Water": ["In mei 2024 sturen wij u een plan voor de haven."]}))


def test_statements_and_what_is_known_of_their_words_have_the_same_ids() -> None:
    (read,) = statements_of([LETTER], None)
    commitments, reports = read.statements()
    assert {row.id for row in (*commitments, *reports)} == set(facts_of([LETTER])) != set()


@pytest.mark.usefixtures("remembering")
def test_a_letter_that_moved_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    (read,) = statements_of([LETTER], None)
    statements = read.statements()
    monkeypatch.setattr(letter_statements, "extract", None)
    assert statements_of([replace(LETTER, path="elsewhere.txt")], None)[0].statements() == statements
    with pytest.raises(TypeError):
        statements_of([replace(LETTER, text=f"{LETTER.text} ")], None)[0].statements()


def test_a_letter_that_takes_too_long_is_kept_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> None:
        raise LetterError("letter.too-slow", number=10)

    read = statements_of([LETTER], None)
    monkeypatch.setattr(letter_statements, "extract", slow)
    whole, unread = sound(read)
    assert whole == []
    assert [(row.path, row.reason.id) for row in unread] == [(LETTER.path, "letter.too-slow")]


def test_a_letter_too_long_for_the_encoder_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    read = statements_of([LETTER], None)
    assert list(without_encoder(read, None)) == [], "nobody asks the encoder here"
    read[0].made_of = ("another", *read[0].made_of[1:])
    said = message("notice.without-encoder", name=LETTER.path, number=round(limits.allowed()))
    assert list(without_encoder(read, None)) == [said]
