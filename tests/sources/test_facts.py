"""What letters.toml says of fetched papers, as it is written."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest
import tomlkit

from tracker.sources.facts import (
    compared_facts,
    entry_of,
    in_words,
    manifest_facts,
    remembered_facts,
    stating,
    with_source,
    without,
)
from tracker.sources.papers import Dossier, ListedPaper

MOMENT = dt.datetime(2024, 3, 2, 10, tzinfo=dt.UTC)
PAPER = ListedPaper("kst-27923-460", Dossier(27923), "460", dt.date(2024, 3, 1), "Voortgang\n \x1b[31mhavens")


def test_what_nobody_told_is_left_out_and_titles_are_one_harmless_line() -> None:
    facts = manifest_facts(PAPER, "a.xml", "https://x.nl/a", "00", MOMENT)
    assert facts == {
        "path": "a.xml",
        "paper": "kst-27923-460",
        "dossier": "27 923",
        "number": "460",
        "date": "2024-03-01",
        "title": facts["title"],
        "url": "https://x.nl/a",
        "retrieved": "2024-03-02T10:00:00+00:00",
        "sha256": "00",
    }
    assert "\x1b" not in facts["title"]
    assert "\n" not in facts["title"]
    assert entry_of(facts).path == "a.xml"
    assert entry_of(facts | {"signatories": ["A", "B"]}).signatories == ("A", "B")


def test_facts_of_one_letter_are_stated_and_the_rest_stays() -> None:
    text = '# mine\n[[letter]]\npath = "a.xml"\n\n[[letter]]\npath = "b.xml"  # mine too\n'
    changed = stating(text, "b.xml", {"title": "B"})
    assert changed.startswith('# mine\n[[letter]]\npath = "a.xml"\n')
    assert "# mine too" in changed
    assert tomllib.loads(changed)["letter"] == [{"path": "a.xml"}, {"path": "b.xml", "title": "B"}]


@pytest.mark.parametrize(
    "before",
    [
        "",
        'title = """\n[[letter]]\npath = "b.xml"\n"""\n\n',
        "title = '''\n[[letter]]\npath = \"b.xml\"\n'''\n\n",
        '# [[letter]]\n# path = "b.xml"\n\n',
        '[[letter]]\npath = "bb.xml"\ntitle = \'path = "b.xml"\'\n\n',
        '[[ letter ]]\npath = "a.xml"\n\n',
        '[[letter]]\npath = "a.xml"\nsignatories = [\n  "[[letter]]",\n]\n\n',
    ],
)
def test_a_fact_is_stated_of_that_letter_whatever_stands_before_it(before: str) -> None:
    text = f'{before}[[letter]]\npath = "b.xml"\ndate = "2024"\n# of c\n[[letter]]\npath = "c.xml"\n'
    known, changed = tomllib.loads(text), stating(text, "b.xml", {"title": "B", "date": None})
    row = next(row for row in known["letter"] if row["path"] == "b.xml")
    row["title"] = "B"
    del row["date"]
    assert tomllib.loads(changed) == known
    assert changed.startswith(before)
    assert "# of c\n" in changed
    assert before or changed.endswith('# of c\n[[letter]]\npath = "c.xml"\n')


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n# last\n", "\n# last"])
def test_a_fact_of_the_last_letter_is_stated_wherever_the_text_ends(end: str) -> None:
    changed = stating(f'[[letter]]\npath = "b.xml"{end}', "b.xml", {"title": "B"})
    assert tomllib.loads(changed) == {"letter": [{"path": "b.xml", "title": "B"}]}
    assert end.strip() in changed


def test_of_many_letters_only_one_is_understood_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole takes a third of a second where there are 400, and 400 may be corrected at once."""
    sizes: list[int] = []
    parse = tomlkit.parse

    def counted(text: str) -> tomlkit.TOMLDocument:
        sizes.append(len(text))
        return parse(text)

    monkeypatch.setattr(tomlkit, "parse", counted)
    text = "".join(f'[[letter]]\npath = "{number}.xml"\ntitle = "T"\n\n' for number in range(100))
    for number in range(100):
        text = stating(text, f"{number}.xml", {"title": "U"})
    assert {row["title"] for row in tomllib.loads(text)["letter"]} == {"U"}
    assert max(sizes) < 100


def test_one_more_source_stands_beside_the_first() -> None:
    text = '[source]\ndossier = "27923"\n'
    two = with_source(text, {"feed": "https://x.nl/feed"})
    assert tomllib.loads(two)["source"] == [{"dossier": "27923"}, {"feed": "https://x.nl/feed"}]
    three = with_source(two, {"dossier": "36600"})
    assert [*map(len, tomllib.loads(three)["source"])] == [1, 1, 1]


def test_what_is_said_of_one_letter_goes_and_the_rest_stays() -> None:
    text = '# mine\n[[letter]]\npath = "a.xml"\n\n[[letter]]\npath = "b.xml"  # kept\n'
    assert without(text, "a.xml") == '# mine\n[[letter]]\npath = "b.xml"  # kept\n'


def test_what_a_person_stated_is_never_corrected() -> None:
    entry = entry_of({"path": "a.xml", "title": "Mine", "date": "2024-03-01", "number": "460"})
    then = {"title": "Havens", "date": "2024-03-01", "number": "460"}
    found = compared_facts(entry, then, {"title": "Sluizen", "date": "2024-03-01", "number": "461"})
    assert (found.new, found.corrected, found.yours) == ({}, (), ("title",)), "and by its number it is known"
    assert compared_facts(entry, {"title": "Sluizen"}, {"title": "Sluizen"}) == compared_facts(entry, {}, {}), (
        "it was told"
    )
    assert compared_facts(entry, {}, {"title": "Sluizen"}).yours == ("title",), "nobody remembers who wrote it"


def test_what_rounds_wrote_is_corrected_and_what_is_lacking_comes() -> None:
    entry = entry_of({"path": "a.xml", "date": "2024-03-01", "signatories": ["A"]})
    now = {"date": "2024-04-01", "signatories": ["A", "B"], "title": "Havens"}
    found = compared_facts(entry, remembered_facts({"date": "2024-03-01", "signatories": ["A"]}), now)
    assert (found.new, found.corrected, found.yours) == (now, ("date", "signatories"), ())
    assert in_words(now, found.corrected) == "date 2024-04-01, signatories A / B"
