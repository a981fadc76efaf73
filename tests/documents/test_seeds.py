import datetime as dt
from pathlib import Path

import pytest

from tracker.documents import load_collection, read_collection, read_letter
from tracker.documents.lossless import check_lossless
from tracker.model import DateSource, PassageKind

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def letters():
    return {letter.path[:4]: letter for letter in read_collection(load_collection(SEEDS)).letters}


def test_every_word_is_in_exactly_one_passage(letters):
    for letter in letters.values():
        count = check_lossless(letter)
        assert (count.lost, count.doubled, count.moved) == ((), (), ())


def test_ids_and_dates(letters):
    assert [(letter.id, letter.anchor.year, letter.date_source) for letter in letters.values()] == [
        ("2015_vragen-en-antwoorden_fragment", 2015, DateSource.MANIFEST),
        ("kst-27923-231", 2016, DateSource.MANIFEST),
        ("kst-27923-283", 2017, DateSource.HEADER),
        ("kst-27923-456", 2023, DateSource.MANIFEST),
        ("kst-27923-492", 2024, DateSource.HEADER),
    ]


def test_offices_are_those_printed(letters):
    assert letters["2017"].session is None
    assert letters["2017"].offices == (
        "De minister voor Basis- en Voortgezet Onderwijs en Media",
        "De minister van Onderwijs, Cultuur en Wetenschap",
    )
    assert letters["2015"].offices == ()


@pytest.mark.parametrize(("year", "count"), [("2016", 45), ("2023", 31)])
def test_interleaved_footnotes_hang_on_their_marks(letters, year, count):
    letter = letters[year]
    wanted = [str(number) for number in range(1, count + 1)]
    assert [p.mark for p in letter.passages if p.kind is PassageKind.FOOTNOTE] == wanted
    assert sorted((note.mark for p in letter.passages for note in p.notes), key=int) == wanted


@pytest.mark.parametrize("year", ["2016", "2017", "2023", "2024"])
def test_no_sentence_is_cut(letters, year):
    body = [p.text for p in letters[year].passages if p.kind is PassageKind.PARAGRAPH]
    assert [text[-40:] for text in body if text[-1] not in ".?!:”"] == []


@pytest.mark.parametrize(("year", "day"), [("2016", dt.date(2016, 11, 29)), ("2023", dt.date(2023, 6, 20))])
def test_the_date_is_inferred_where_nobody_states_it(letters, year, day):
    letter = read_letter("letter.txt", (SEEDS / letters[year].path).read_bytes())
    assert letter.date_source is DateSource.INFERRED
    assert letter.earliest <= day <= letter.latest
    assert (letter.latest - letter.earliest).days <= 155  # half a year would tell no term of parliament apart
    assert len(letter.date_evidence) == 2


def test_the_fragment_alone_does_not_tell_its_date(letters):
    path = letters["2015"].path
    assert read_letter(path, (SEEDS / path).read_bytes()).date_source is DateSource.UNKNOWN
