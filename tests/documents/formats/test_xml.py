"""XML from outside."""

import pytest

from tracker.documents.formats.xml import parse_xml
from tracker.documents.limits import DEFAULT, Limits
from tracker.errors import LetterError


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<a><b></a>", "cannot be read"),
        (b"", "cannot be read"),
        (b"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", "entities"),
        (b"<a>" * 400, "deeper"),
    ],
)
def test_refused(data, reason):
    with pytest.raises(LetterError, match=reason):
        parse_xml(data, DEFAULT)


def test_too_many_tags():
    with pytest.raises(LetterError, match="tags"):
        parse_xml(b"<a><b/><b/></a>", Limits(tags=3))
    assert parse_xml(b"<a><b/><b/></a>", Limits(tags=4)).tag == "a"


def test_a_document_type_without_entities_is_no_harm():
    assert parse_xml(b"<!DOCTYPE a [<!ENTITY e 'x'>]><a>tekst</a>", DEFAULT).text == "tekst"
