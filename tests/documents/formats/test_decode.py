"""Bytes → text, or the reason why they are none."""

import pytest

from tracker.documents.formats.decode import decode
from tracker.errors import LetterError


@pytest.mark.parametrize("data", [b"", b"tekst", "één".encode(), b"\xef\xbb\xbftekst", "één".encode("utf-16")])
def test_what_is_unicode_has_no_notice(data):
    text, notices = decode(data)
    assert notices == ()
    assert "\ufeff" not in text


def test_line_ends_are_plain():
    assert decode(b"a\r\nb\rc\n")[0] == "a\nb\nc\n"


def test_windows_is_told_with_its_first_byte():
    text, (notice,) = decode("één €".encode("cp1252"))
    assert text == "één €"
    assert dict(notice.params) == {"byte": "0"}


@pytest.mark.parametrize("data", [b"a\0b", b"\xff\xfea", b"\xe9\x0e\x0f"])
def test_no_text(data):
    with pytest.raises(LetterError):
        decode(data)
