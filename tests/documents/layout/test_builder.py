"""The source that a structured format writes, with its blocks, notes and marks."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tracker.documents.layout.blocks import Printed
from tracker.documents.layout.builder import Draft, NoteRef
from tracker.documents.limits import DEFAULT, Limits
from tracker.errors import LetterError
from tracker.model import PassageKind


def test_each_block_stands_on_lines_of_its_own() -> None:
    draft = Draft()
    draft.add(["Een ", "brug."])
    draft.add(["Twee."], PassageKind.LIST_ITEM, mark="1.")
    source = draft.source(Printed())
    assert source.text == "Een brug.\n\n1. Twee.\n\n"
    assert [source.text[a:b] for block in source.blocks for a, b in block.spans] == ["Een brug.", "Twee."]
    assert [block.gap for block in source.blocks] == [0, 1]


def test_note_marks_are_cut_out_of_the_words() -> None:
    draft = Draft()
    draft.add(["De brug", NoteRef("1"), NoteRef("2"), " komt."])
    source = draft.source(Printed())
    (cut,) = source.blocks[0].cuts
    assert source.text == "De brug1, 2 komt.\n\n"
    assert source.text[cut.begin : cut.end] == "1, 2"


def test_a_block_without_words_is_its_mark_or_nothing() -> None:
    draft = Draft()
    draft.add([" \u00ad"])
    draft.add(["  "], mark="a.")
    source = draft.source(Printed())
    assert source.text == "a.\n\n"
    assert len(source.blocks) == 1


def test_where_nothing_is_told_by_type_the_words_must_tell() -> None:
    plain = Draft()
    plain.add(["De brug."])
    assert not plain.source(Printed(), by_type=True).blocks[0].structured
    plain.add(["Kop"], emphasis=1.0)
    assert plain.source(Printed(), by_type=True).blocks[0].structured


@pytest.mark.parametrize("limits", [replace(DEFAULT, blocks=1), replace(DEFAULT, text=12)], ids=["blocks", "text"])
def test_what_is_beyond_the_limits_is_refused(limits: Limits) -> None:
    draft = Draft(limits)
    draft.add(["Brug."])
    with pytest.raises(LetterError):
        draft.add(["Sluis."])


@pytest.mark.parametrize("pieces", [["\nDe brug"], [" ", "De brug", "\n"], ["\n", " De brug ", " "]])
def test_breaks_at_either_end_are_no_words(pieces: list[str]) -> None:
    """What begins or ends with a break of a word processor begins with its first word all the same."""
    draft = Draft()
    draft.add(pieces)
    assert draft.source(Printed()).text == "De brug\n\n"
