"""Papers that letters cite and the collection lacks."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.series import Made, Promise, build
from tracker.extraction import AnalysedLetter, analyse
from tracker.ledger.fates import SURE
from tracker.linking import link
from tracker.model import AnyStatement, Commitment, Kind, Status
from tracker.status import judge_all
from tracker.status.missing_papers import missing_papers, published_after

pytestmark = pytest.mark.usefixtures("every_silence_lapses")

DUE = Promise("Er komt een actieplan waterzuivering Maas.", Kind.DELIVER, "2023-09-01", "2023-11-30")


def paper(name: str, day: str, number: str, *texts: str | Promise) -> tuple[AnalysedLetter, list[AnyStatement]]:
    letter, rows = build(Made(name, day, {"Water": texts}))
    return analyse(replace(letter, dossier="27 923", number=number)), rows


OLD, PROMISES = paper("a", "2023-06-20", "456", DUE)
NEW, _ = paper(
    "b",
    "2024-06-26",
    "492",
    "Zie Kamerstuk 27 923, nr. 460.",
    "Ook (Kamerstuk 27923, nr. 460) en Kamerstuk 27 923, nr. 456.",
    "Zie Kamerstuk 31 293, nr. 470 en Kamerstuk 27 923, nr. 400.",
)


def test_only_papers_of_the_same_dossier_that_are_not_here_are_missing() -> None:
    rows = [(row.id, row.letters) for row in missing_papers((OLD, NEW))]
    assert rows == [("kst-27923-400", ("b",)), ("kst-27923-460", ("b",))]


def test_nothing_is_missing_where_nothing_is_cited() -> None:
    assert missing_papers((OLD,)) == ()


def test_papers_before_a_letter_say_nothing_of_its_promises() -> None:
    assert [row.number for row in published_after(missing_papers((OLD, NEW)), OLD.letter)] == ["460"]


def test_a_lapse_names_the_papers_that_nobody_could_search() -> None:
    commitments = [row for row in PROMISES if isinstance(row, Commitment)]
    (thread,) = judge_all(link((OLD, NEW), commitments, (), ()), (OLD, NEW), NEW.letter.anchor)
    assert thread.status is Status.LAPSED
    assert [row.rule for row in thread.evidence] == ["lapse", "silence", "missing"]
    assert str(thread.evidence[-1].text).endswith(": kst-27923-460")


def test_a_lapse_is_not_sure_while_papers_could_not_be_searched() -> None:
    commitments = [row for row in PROMISES if isinstance(row, Commitment)]
    (thread,) = judge_all(link((OLD, NEW), commitments, (), ()), (OLD, NEW), NEW.letter.anchor)
    assert thread.confidence < SURE
