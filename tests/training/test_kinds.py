"""The reader of kinds is fitted on promises, bodies left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.extraction.learned.kinds import WEIGHTS
from tracker.extraction.learned.linear import from_bytes
from tracker.model import Kind
from tracker.training.kinds import KindExample, fit_kinds, kind_examples, kinds_table, main, told, told_left_out
from tracker.training.series import labelled_series

pytest.importorskip("sklearn", reason="the extra [train] is not installed")

SERIES = """@ 2023-03-01 | brief | Waterbrief
#\tDe rivieren
F inform + T01\tVoor de zomer van 2024 stuur ik uw Kamer een brief over waterberging.
S start\tIn 2024 openen wij een meldpunt voor geluid.
F fund\tIn 2024 betalen wij de subsidie voor de dijk uit.
.\tHet regent vaak.

= threads
T01 | Brief over waterberging | lapsed | no
"""


def promise(body: str, word: str, kind: Kind, *, firm: bool = True) -> KindExample:
    return KindExample("made", body, {word: 1.0}, kind, Kind.DELIVER, firm, 1.0)


ROWS = [
    promise(body, word, kind)
    for body in ("a", "b", "c")
    for word, kind in (("w:brief", Kind.INFORM), ("w:geld", Kind.FUND), ("w:dijk", Kind.DELIVER))
    for _ in range(4)
]


def test_it_learns_which_words_tell_and_leaves_rare_ones_out() -> None:
    reader = fit_kinds([*ROWS, promise("a", "w:zeldzaam", Kind.FUND)])
    assert set(reader.features) == {"w:brief", "w:geld", "w:dijk"}
    assert told(reader, promise("d", "w:brief", Kind.FUND)) is Kind.INFORM


def test_no_body_is_read_by_weights_that_saw_it() -> None:
    alone = [promise("d", "w:schip", Kind.START) for _ in range(5)]
    said = told_left_out([*ROWS, *alone])
    assert said[: len(ROWS)] == [row.kind for row in ROWS]
    assert Kind.START not in said[len(ROWS) :]


def test_the_table_counts_firm_promises_by_all_and_by_bodies() -> None:
    rows = [promise("a", "w", Kind.FUND), promise("a", "w", Kind.DELIVER), promise("b", "w", Kind.FUND, firm=False)]
    assert "made     rules 0.500 / 0.500  learned 1.000 / 1.000  2 of 1 bodies" in kinds_table(
        rows, [Kind.FUND, Kind.DELIVER, Kind.START]
    )


def test_series_are_examples_and_those_that_only_measure_are_not(tmp_path: Path) -> None:
    (tmp_path / "rivier-water.series").write_text(SERIES, encoding="utf-8")
    (tmp_path / "unseen-haven.series").write_text(SERIES, encoding="utf-8")
    firm, soft, _ = kind_examples("series", labelled_series(tmp_path))
    assert (firm.body, firm.kind, firm.firm, soft.kind, soft.firm) == ("rivier", Kind.INFORM, True, Kind.START, False)
    assert soft.weight < firm.weight
    assert {row.body for row in kind_examples("unseen", labelled_series(tmp_path, unseen=True))} == {"haven"}


def test_it_prints_its_table_and_writes_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = SERIES.partition("\n=")[0]
    for name in ("rivier-water", "meer-water"):
        (tmp_path / f"{name}.series").write_text(f"{paper}\n" * 4, encoding="utf-8")
    assert main(["--series", str(tmp_path), "--output", str(tmp_path)]) == 0
    assert "series" in capsys.readouterr().out
    assert set(from_bytes((tmp_path / WEIGHTS).read_bytes()).heads) == {"kind=inform", "kind=start", "kind=fund"}
