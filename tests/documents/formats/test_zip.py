"""Archives from outside."""

import pytest

from tests.documents.hostile_files import zipped
from tracker.documents.formats.zip import open_zip
from tracker.documents.limits import DEFAULT, Limits
from tracker.errors import LetterError

ARCHIVE = zipped(one=b"a" * 100, two=b"b")


@pytest.mark.parametrize("limits", [Limits(unpacked=100), Limits(entries=1)])
def test_larger_than_the_limits(limits):
    with pytest.raises(LetterError, match="unpacks to"):
        open_zip(ARCHIVE, limits)


def test_within_them():
    assert len(open_zip(ARCHIVE, Limits(unpacked=101, entries=2)).namelist()) == 2


@pytest.mark.parametrize("data", [b"", b"PK", ARCHIVE[:-30]], ids=["empty", "short", "cut off"])
def test_damaged(data):
    with pytest.raises(LetterError, match="damaged"):
        open_zip(data, DEFAULT)


def test_locked():
    locked = bytearray(ARCHIVE)
    for at in (at for at in range(len(locked)) if locked[at : at + 4] == b"PK\x01\x02"):
        locked[at + 8] |= 1
    with pytest.raises(LetterError, match="encrypted"):
        open_zip(bytes(locked), DEFAULT)
