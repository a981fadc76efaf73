"""What the places of letters that name numbers say of these."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.commands.source import CollectionSource
from tracker.extraction.number_word import NumberWord
from tracker.ledger.number_words import NumberWords

N, M = "TZ202402-158", "TZ202402-160"
SETTLED, OPEN, NAMED = NumberWord.SETTLED, NumberWord.OPEN, NumberWord.NAMED


def words(tmp_path: Path, body: str) -> tuple[list[NumberWord], list[NumberWord]]:
    """What a letter says of both numbers, place by place."""
    (tmp_path / "1.html").write_text(f"<p>Den Haag, 1 september 2024</p>{body}", "utf-8")
    known = NumberWords(CollectionSource(tmp_path).index, (N, M, "", "TZ202402-1"))
    assert known.of("TZ202402-1") == ()
    return [row.word for row in known.of(N)], [row.word for row in known.of(M)]


def table(*rows: str) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


@pytest.mark.parametrize(
    ("body", "of_n", "of_m"),
    [
        (table("Nummer|Planning", f"{N}|3 mei 2024", f"{M}|"), [NAMED], [NAMED]),
        (table("Nummer|Stand", f"{N}|Zie bij {M}.", f"{M}|Afgedaan."), [NAMED], [NAMED, SETTLED]),
        (f"<h2>Afgedane en lopende toezeggingen</h2><p>{N}: havens</p>", [NAMED], []),
        (f"<h2>Afgedane toezeggingen</h2><p>Het rapport raakt {N}.</p>", [NAMED], []),
        (f"<h2>Afgedane toezeggingen</h2><p>{N}: havens, zie ook {M}.</p>", [SETTLED], [NAMED]),
        (table("Nummer|Afgedaan?", f"{N}|ja", f"{M}|nee"), [SETTLED], [OPEN]),
        (table("Nummer|Datum afdoening", f"{N}|3 mei 2024", f"{M}|"), [SETTLED], [NAMED]),
        (table("Nummer|Status", f"{N}, {M}|Afgedaan"), [SETTLED], [SETTLED]),
        (table("Nummer|Status", f"{N} en -160|Loopt"), [OPEN], [OPEN]),
        (
            f"<h2>Afgedane toezeggingen</h2><ul><li>{N}: havens</li></ul>"
            f"<h2>Lopende toezeggingen</h2><ul><li>{M}: sluizen</li></ul>",
            [SETTLED],
            [OPEN],
        ),
        (f"<h2>Afgedane toezeggingen</h2><h3>Water</h3><p>{N}: havens</p>", [SETTLED], []),
        (f"<h2>Afgedane toezeggingen</h2><p><s>Toezegging {N} is hiermee afgedaan.</s></p>", [NAMED], []),
        (f"<p>De haven is diep. <del>{N}: afgedaan.</del></p>", [NAMED], []),
        (f"<p>De volgende toezeggingen staan nog open:</p><ul><li>{N} (havens)</li></ul>", [OPEN], []),
    ],
)
def test_a_place_has_its_word_from_its_sentence_row_or_heading(
    tmp_path: Path, body: str, of_n: list[NumberWord], of_m: list[NumberWord]
) -> None:
    assert words(tmp_path, body) == (of_n, of_m)
