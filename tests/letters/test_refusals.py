import io
import zipfile

import pytest

from tracker.errors import LetterError
from tracker.letters import read_letter
from tracker.letters.limits import Limits


def zipped(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


BOMB = b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;">' % ((98 + at,) + (97 + at,) * 4) for at in range(20))
ROOT = b"officiele-publicatie"
REFUSED = [
    pytest.param(b"", "it is empty", id="nothing"),
    pytest.param(b" \n\0\n", "it is empty", id="blank"),
    pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "soffice --headless", id="old-word"),
    pytest.param(b"{\\rtf1 tekst}", "soffice --headless", id="rtf"),
    pytest.param(
        b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "soffice --headless", id="odt"
    ),
    pytest.param(zipped(readme="x"), "zip archive", id="zip"),
    pytest.param(zipped(word__document="x"), "no whole Word document", id="damaged-word"),
    pytest.param(zipped(word__document=b"a" * 2_000_000), "unpacks to", id="zip-bomb"),
    pytest.param(b"PK\x03\x04word/document.xml" + b"\0" * 50, "damaged", id="half-a-zip"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + b"x" * 50, "ocrmypdf", id="picture"),
    pytest.param(b"%PDF-1.7\nnothing", "damaged", id="damaged-pdf"),
    pytest.param(b"tekst\0tekst", "null bytes", id="binary"),
    pytest.param(b"<?xml version='1.0'?><rss/>", "<rss>", id="other-xml"),
    pytest.param(b"<" + ROOT + b"><al>", "cannot be read", id="cut-off-xml"),
    pytest.param(
        b"<!DOCTYPE x [<!ENTITY a 'aaaa'>" + BOMB + b"]><" + ROOT + b"><al>&u;</al></" + ROOT + b">",
        "XML",
        id="entity-bomb",
    ),
    pytest.param(
        b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><" + ROOT + b"><al>&e; tekst</al></" + ROOT + b">",
        "entities",
        id="external-entity",
    ),
    pytest.param(b"<" + ROOT + b">" + b"<x>" * 10_000, "depth", id="bottomless"),
    pytest.param(
        b"<!DOCTYPE html><html><body><h1>404 Pagina niet gevonden</h1></body></html>", "error page", id="error-page"
    ),
    pytest.param(b"<html><body></body></html>", "no words", id="empty-page"),
    pytest.param(b"tekst " * 200_000, "larger than", id="large"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_refused_with_the_reason_and_the_remedy(data, reason):
    with pytest.raises(LetterError) as caught:
        read_letter("x.txt", data, limits=Limits(size=1 << 20, unpacked=1 << 20))
    assert reason in str(caught.value)
    assert str(caught.value).endswith(".")
