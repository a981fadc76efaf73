"""Which page a line stands on, and what stands on every page."""

import pytest

from tracker.documents.layout.lines import Shape, TextLine
from tracker.documents.layout.pages import furniture, number_pages

SHAPE = Shape(wrapped=True, width=80, spaced=False)


def lines(*pages):
    rows = [(words, not at and bool(page)) for page, words_of in enumerate(pages) for at, words in enumerate(words_of)]
    made = [
        TextLine(at * 100, at * 100 + len(words), words, at + 1, 0, "", False, fed)
        for at, (words, fed) in enumerate(rows)
    ]
    return number_pages(made, SHAPE)


def test_a_text_that_shows_no_pages_has_none():
    assert {line.page for line in lines(["een", "twee"])} == {None}


def test_a_feed_begins_a_page():
    assert [line.page for line in lines(["een", "twee"], ["drie"], ["vier"])] == [1, 1, 2, 3]


@pytest.mark.parametrize(("pages", "count"), [(3, 0), (4, 3)])
def test_what_stands_where_a_page_ends_on_three_pages_is_furniture(pages, count):
    paper = [["Gemeente Waterland", *(f"Zin {at} {page} over de brug" for at in range(9))] for page in range(pages)]
    found = lines(*paper)
    assert [found[at].text for at in sorted(furniture(found))] == ["Gemeente Waterland"] * count


@pytest.mark.parametrize(("numbers", "count"), [(("7", "9"), 0), (("7", "8"), 2)])
def test_lone_numbers_that_count_on(numbers, count):
    first, second = numbers
    found = lines(["een zin", first, "een zin"], ["nog een", second, "het slot"])
    assert len(furniture(found)) == count


def test_numbers_with_how_many_there_are_count_on_too():
    paper = ["Een zin over de brug", "1 / 3", "Nog een zin", "2 / 3", "En een", "3 / 3"]
    assert furniture(lines(paper)) == {1, 3, 5}
