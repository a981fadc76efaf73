import datetime as dt
import time

import pytest

from tracker.documents.manifest import parse_manifest
from tracker.errors import CollectionError
from tracker.temporal.edtf_bounds import bounds_of

FAULTY = [
    pytest.param(
        '[[letter]]\npath = "a.txt"\ndate = "juni"\n', 'date of letter 1 (line 3) is no date ("juni")', id="date"
    ),
    pytest.param('[[letter]]\ntitle = "x"\n', "path of letter 1 (line 1) is missing", id="no-path"),
    pytest.param('[[letter]]\npath = "../a.txt"\n', "path of letter 1 (line 2) leads out", id="out-of-the-folder"),
    pytest.param('[[letter]]\npath = "a.txt"\nnr = "1"\n', "nr of letter 1 (line 3) is unknown", id="unknown-key"),
    pytest.param('[[letter]]\npath = "a.txt"\nnumber = 231\n', "number of letter 1 (line 3) must be text", id="type"),
    pytest.param("[letters]\n", "letters (line 1) is unknown", id="unknown-table"),
    pytest.param("[letter]\n", "must be written as [[letter]]", id="one-table"),
    pytest.param('[[letter]]\npath = "a"\n\n[[letter]]\npath = "a"\n', "(line 5) is also that of letter 1", id="twice"),
    pytest.param('\nlanguage = "zz"\n', 'language (line 2) "zz" is unknown; there are: nl.', id="unknown-language"),
    pytest.param("language = ['nl']\n", "language (line 1)", id="languages"),
    pytest.param("[[letter", "is no TOML", id="no-toml"),
]


@pytest.mark.parametrize(("text", "fault"), FAULTY)
def test_faults_name_key_and_line(text, fault):
    with pytest.raises(CollectionError) as caught:
        parse_manifest(text)
    assert fault in str(caught.value)


def test_all_faults_at_once():
    with pytest.raises(CollectionError) as caught:
        parse_manifest('[[letter]]\nnr = 1\ndate = "x"\n[[letter]]\npath = "b"\ntitle = 4\n')
    assert str(caught.value).count("line") == 4


def test_facts():
    facts = parse_manifest('[[letter]]\npath = "a.txt"\nsignatories = ["A. Vries"]\n').letters
    assert facts["a.txt"].signatories == ("A. Vries",)
    assert facts["a.txt"].date is None


@pytest.mark.parametrize("text", ["", 'language = "nl"\n'])
def test_letters_are_dutch_unless_another_language_is_named(text):
    assert parse_manifest(text).language == "nl"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2016-11-29", dt.date(2016, 11, 29), dt.date(2016, 11, 29)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2015?", dt.date(2015, 1, 1), dt.date(2015, 12, 31)),
        ("2014-10/2016-10", dt.date(2014, 10, 1), dt.date(2016, 10, 31)),
        ("201X", dt.date(2010, 1, 1), dt.date(2019, 12, 31)),
    ],
)
def test_bounds_of_edtf(text, low, high):
    assert bounds_of(text) == (low, high)


@pytest.mark.parametrize("text", ["", "juni", "2016-13", "2016-02-30", "2017/2016", "2016/.."])
def test_no_date(text):
    with pytest.raises(ValueError, match=r"."):
        bounds_of(text)


def test_it_gives_those_who_act_one_name_each() -> None:
    assert parse_manifest('[actors]\n"Eenheid" = ["de eenheid"]\n').actors == {"Eenheid": ("de eenheid",)}


@pytest.mark.parametrize("text", ['[actors]\nEenheid = "x"\n', "title = 3\n"])
def test_what_stands_before_the_letters_and_cannot_be_used_is_told(text: str) -> None:
    with pytest.raises(CollectionError):
        parse_manifest(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[source]\nfeeed = "x"\n', "source (line 1) must name one of dossier, folder, git, feed"),
        ('[source]\nfeeed = "x"\n', "source.feeed (line 2) is unknown; the keys are dossier, folder, git, feed, kind"),
        ('[source]\ndossier = "1"\nfeed = "x"\n', "source (line 1) must name one of"),
        ('[source]\nfeed = "x"\nkind = "brief"\n', "source.kind (line 3) says nothing of a feed, only of a dossier"),
        ('[source]\ngit = "x"\nhosts = ["y"]\n', "source.hosts (line 3) says nothing of a git, only of a feed"),
        ('[[source]]\ngit = "x"\n[[source]]\ngiit = "y"\n', "source (line 3) must name one of"),
        ('[[letter]]\npath = "a"\ntitle = "b"\n[source]\ngit = "x"\nquery = 1\n', "source.query (line 6) says nothing"),
        ('source = "27923"\n', "source (line 1) must be written as a [source] table"),
        ("sources = 1\n", "and [actors], [source] and [[letter]] belong here"),
    ],
)
def test_a_source_that_cannot_be_used_is_told_with_its_line_and_what_to_write(text: str, told: str) -> None:
    with pytest.raises(CollectionError) as caught:
        parse_manifest(text)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[[letter]]\nnr = 1\n" * 20_000, id="an unknown key in each letter"),
        pytest.param('[[letter]]\npath = "a"\n' * 20_000, id="one path of all"),
        pytest.param("".join(f"k{number} = 1\n" for number in range(20_000)), id="unknown keys"),
        pytest.param("[[source]]\nfolder = 1\n" * 20_000, id="sources"),
        pytest.param("\n" * 300_000 + "[[letter]]\nnr = 1\n", id="empty lines"),
    ],
)
def test_faults_without_number_are_found_at_once_and_the_first_are_told(text):
    began = time.process_time()
    with pytest.raises(CollectionError) as caught:
        parse_manifest(text)
    assert len(str(caught.value)) < 5000
    assert time.process_time() - began < 5


@pytest.mark.parametrize("number", ["9" * 5000, "0x" + "f" * 9000])
def test_a_number_that_nobody_can_read(number):
    for text in (f"language = {number}\n", f"[[letter]]\npath = {number}\n", f"[actors]\na = [{number}]\n"):
        with pytest.raises(CollectionError, match="more digits"):
            parse_manifest(text)
