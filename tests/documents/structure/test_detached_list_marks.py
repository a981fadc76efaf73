"""Marks that stand in a box of their own."""

from __future__ import annotations

import pytest

from tracker.documents import read_letter

_TEXT = "<p>Met deze brief informeer ik uw Kamer over de brug.</p>"


def _read(body: str) -> list[tuple[str, str | None, str]]:
    letter = read_letter("x.html", f"<html><body>{_TEXT}{body}</body></html>".encode())
    return [(one.kind.value, one.mark, one.text) for one in letter.passages[1:]]


@pytest.mark.parametrize("mark", ["a)", "1.", "(b)", "iv.", "•", "3)"])
def test_a_lone_mark_is_that_of_the_text_below(mark: str) -> None:
    """Pages that print mark and text in two boxes have items too."""
    assert _read(f"<div>{mark}</div><div>de brug wordt in 2031 hersteld;</div>") == [
        ("list_item", mark, "de brug wordt in 2031 hersteld;")
    ]


def test_a_numbered_title_stays_a_title() -> None:
    """The number before a heading that the format shows is not the mark of an item."""
    assert ("heading", None, "De brug") in _read(f"<div>1.</div><h2>De brug</h2>{_TEXT}")


@pytest.mark.parametrize("body", ["<div>a)</div><div>b)</div>", "<div>a)</div>", "<div>1.</div><div>12.5</div>"])
def test_marks_without_words_stay_what_they_are(body: str) -> None:
    """Nothing is an item that says nothing."""
    assert all(mark is None for _, mark, _ in _read(body))


def _table(*rows: tuple[str, ...]) -> str:
    shown = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{shown}</table>"


def test_a_table_of_bullets_is_a_list() -> None:
    """Papers that put the bullets in one column and the items in the next."""
    assert _read(_table(("•", "de brug in 2031"), ("•", "de weg in 2032"))) == [
        ("list_item", "•", "de brug in 2031"),
        ("list_item", "•", "de weg in 2032"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (("Nr.", "Maatregel"), ("1.", "de brug")),
        (("1.", "de brug", "2031"), ("2.", "de weg", "2032")),
        (("•", "de brug"),),
        (("•", "•"), ("•", "•")),
    ],
    ids=["head", "three columns", "one row", "only marks"],
)
def test_other_tables_stay_tables(rows: tuple[tuple[str, ...], ...]) -> None:
    assert {kind for kind, mark, _ in _read(_table(*rows)) if not mark} <= {"table_cell", "paragraph"}
    assert all(mark != "•" for _, mark, _ in _read(_table(*rows)))
