"""One paper in several files is read once; unlike papers of one name are not."""

import pytest
from msgspec.structs import replace

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents import read_collection
from tracker.documents.duplicate_files import one_of_each
from tracker.model import Collection, SourceFile

LINES = ["Den Haag, 3 mei 2030", "Geachte voorzitter,", "De brug gaat in het najaar open voor fietsers en voetgangers."]
OTHER = ["Den Haag, 3 juni 2031", "Geachte voorzitter,", "Scholen krijgen volgend jaar extra middelen voor leraren."]
TEXT, PDF = "\n\n".join(LINES).encode(), raw_pdf(words(LINES, leading=30))
PAGE = f"<html><body><p>{'</p><p>'.join(LINES)}</p></body></html>".encode()


def read(*files):
    return read_collection(Collection("x", tuple(SourceFile(*file) for file in files), None, None, ()))


@pytest.mark.parametrize("order", [1, -1])
def test_the_first_by_the_stated_order_is_taken_and_told(order):
    found = read(*[("brief.pdf", PDF), ("brief.txt", TEXT)][::order])
    assert [letter.path for letter in found.letters] == ["brief.pdf"]
    assert "brief.txt holds the same paper as brief.pdf" in str(found.notices[0])


def test_three_files_of_one_paper():
    found = read(("brief.pdf", PDF), ("brief.txt", TEXT), ("brief.html", PAGE))
    assert [letter.path for letter in found.letters] == ["brief.html"]
    assert len(found.notices) == 2


@pytest.mark.parametrize("order", [1, -1])
def test_of_unlike_papers_of_one_name_the_second_is_refused_and_no_other(order):
    files = [("2030/brief.txt", TEXT), ("2031/brief.txt", "\n\n".join(OTHER).encode()), ("kade.txt", TEXT)]
    found = read(*files[::order])
    assert {letter.path for letter in found.letters} == {"2030/brief.txt", "kade.txt"}
    (refused,) = found.refused
    assert refused.path == "2031/brief.txt"
    assert "it is brief, as is 2030/brief.txt, which says something else" in str(refused.reason)


def test_of_files_beside_each_other_with_one_name_one_is_taken_and_unlike_texts_are_told():
    found = read(("brief.txt", TEXT), ("brief.pdf", raw_pdf(words(OTHER, leading=30))))
    assert [letter.path for letter in found.letters] == ["brief.pdf"]
    assert "its text differs" in str(found.notices[0])


def test_files_of_one_name_that_print_two_numbers_are_two_papers():
    files = (("a.txt", TEXT), ("b.txt", "\n\n".join(OTHER).encode()))
    (one,), (other,) = (read((name, text)).letters for name, text in files)
    papers = [
        replace(one, id="kst-29398-7", number="7", path="brief.txt"),
        replace(other, id="kst-29398-8", number="8", path="brief.html"),
    ]
    assert {letter.number for letter in one_of_each(papers)[0]} == {"7", "8"}


@pytest.mark.parametrize("names", [("x y.txt", "x-y.txt"), ("a/x.txt", "b/x.txt"), ("br\u00e9.txt", "bre\u0301.txt")])
def test_letters_of_a_series_that_differ_in_a_word_are_not_one_paper(names):
    texts = (TEXT, TEXT.replace(b"brug", b"sluis"))
    (refused,) = read(*zip(names, texts, strict=True)).refused
    assert "remove one" in str(refused.reason)
    assert len(read(*((name, TEXT) for name in names)).letters) == 1


def test_unlike_names_of_unlike_papers_stay():
    found = read(("a.txt", TEXT), ("b.txt", "\n\n".join(OTHER).encode()))
    assert (len(found.letters), found.notices) == (2, ())
