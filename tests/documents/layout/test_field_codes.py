"""Field codes that a text export left behind."""

import pytest

from tracker.documents.layout.field_codes import find_fields, note_span


@pytest.mark.parametrize("text", ["HYPERLINK", 'Zie HYPERLINK "http://x.nl" voor meer', "\x13een zin\x14"])
def test_words_of_a_letter_are_no_field(text):
    assert find_fields(text) == ([], [])


def test_a_field_is_cut_out_and_kept():
    text = 'Zie \x13HYPERLINK "http://x.nl" \x14de site\x15.'
    (cut,), (block,) = find_fields(text)
    assert text[: cut.begin] + text[cut.end :] == "Zie de site\x15."
    (span,) = block.spans
    assert text[slice(*span)].strip() == 'HYPERLINK "http://x.nl"'


@pytest.mark.parametrize(("text", "note"), [("\x02 Noot 1", "Noot 1"), ("Noot 1", None), ("\x02 ", None)])
def test_a_note_begins_at_its_sign(text, note):
    span = note_span(text, 0, len(text))
    assert (span and text[slice(*span)]) == note
