"""Page one: figures that add up, in sentences; the heaviest cases; the method with the README's figures."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.ledgers import LAPSED, OLD, POSTPONED, PROMISED, SMALL
from tracker.documents import read_collection
from tracker.i18n.catalog import speaking
from tracker.i18n.message import message
from tracker.ledger.fates import fates, was_dated
from tracker.ledger.queries import Index
from tracker.model import Evidence, Lateness, Ledger, MissingPaper, Status, Thread
from tracker.pipeline import open_collection
from tracker.report_headings import FATES, Fate
from tracker.training.series import read_series, series_ledger
from tracker.views import overview
from tracker.views.page_one import HEAVIEST, cases, fate_counts, method, sentences, trust
from tracker.views.sheet import entry
from tracker.views.text_style import GLUE

ROOT = Path(__file__).parents[2]


def index(*threads: Thread, as_of: dt.date | None = SMALL.as_of) -> Index:
    return Index(replace(SMALL, threads=threads or SMALL.threads, as_of=as_of))


def numbers(sentence: str) -> list[int]:
    return [int(found) for found in re.findall(r"(?<![\w.])\d+(?!%)\b", sentence)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sentences_add_up(language: str) -> None:
    of = index(*SMALL.threads, replace(PROMISED, id="t-x", members=()))
    with speaking(language):
        settled, passed, running = sentences(of, fates(of, of.ledger.threads))
    (dated, *ended), (asking, *some) = numbers(settled), numbers(passed)
    still, *open_ = numbers(running.partition(";")[0])
    assert sum(some) == asking
    assert still == sum(number for number in open_ if number)
    assert (
        dated == sum(ended) + asking + still == sum(row.number for row in fate_counts(of, fates(of, of.ledger.threads)))
    )
    assert numbers(running.partition(";")[2]) == [1, 6]


def test_nothing_is_dated() -> None:
    of = index(replace(PROMISED, members=()))
    assert sentences(of, fates(of, of.ledger.threads)) == ("There is 1 promise, without a deadline.",)
    of = index(replace(PROMISED, members=()), replace(PROMISED, id="t-x", members=()))
    assert sentences(of, fates(of, of.ledger.threads)) == ("None of the 2 promises has a deadline.",)


def test_what_became_of_promises_is_told_where_none_is_dated_too() -> None:
    moved = replace(POSTPONED, members=(), slips=(replace(POSTPONED.slips[0], old_end=None, new_end=None),))
    of = index(moved, replace(PROMISED, members=()))
    assert sentences(of, {**fates(of, ()), Fate.SLIPPED: (moved,), Fate.SOFT: (PROMISED,)})[0].startswith("Of 1 ")
    assert sentences(of, {**fates(of, ()), Fate.SLIPPED: (moved,)})[1] == "Of these 1 postponed."
    (found,) = cases(of, {**fates(of, ()), Fate.SLIPPED: (moved,)})
    assert found.parts[0] == "now: no new date"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_letters_without_a_promise_are_told_to_have_none(language: str) -> None:
    of = Index(replace(SMALL, threads=()))
    with speaking(language):
        (said,) = sentences(of, fates(of, ()))
    assert (
        said
        == {"nl": "In deze brieven is geen toezegging gevonden.", "en": "No promise was found in these letters."}[
            language
        ]
    )


def test_what_is_past_and_what_became_of_the_undated_is_told_apart_from_what_runs() -> None:
    of = index()
    nothing = fates(of, ())
    undated = replace(PROMISED, id="t-u", members=())
    fated = {**nothing, Fate.ONGOING: (POSTPONED, LAPSED), Fate.OPEN: (PROMISED,), Fate.DROPPED: (undated,)}
    assert sentences(of, fated)[-1] == (
        "1 is still running: 1 due later; the day of 2 has passed and allows no verdict; "
        "1 of 4 promises (25%) has no deadline; of these 1 withdrawn."
    )
    assert "0 withdrawn" in sentences(of, fated)[0]
    with speaking("nl"):
        assert sentences(of, fated)[-1].endswith("; daarvan is er 1 ingetrokken.")
        (*_, last) = sentences(of, {**nothing, Fate.ONGOING: (LAPSED,)})
        assert last == "van 1 is de datum voorbij zonder dat er een oordeel mogelijk is."
        (*_, last) = sentences(of, {**nothing, Fate.LAPSED: (LAPSED,)})
        assert last.startswith("1 vraagt aandacht: ")


def test_the_heaviest_take_turns_and_the_worst_stands_first() -> None:
    many = [replace(LAPSED, id=f"t-{at}") for at in range(9)]
    moved = [replace(POSTPONED, id=f"t-m{at}") for at in range(9)]
    of = index(*many, *moved)
    found = cases(of, fates(of, of.ledger.threads))
    assert [row.title for row in found] == [POSTPONED.title] * 3 + [LAPSED.title] * 2
    assert len(found) == HEAVIEST


def test_a_case_tells_who_what_was_is_and_why() -> None:
    of = index(POSTPONED)
    (found,) = cases(of, fates(of, of.ledger.threads))
    assert (found.thread, found.title) == (POSTPONED.id, POSTPONED.title)
    assert found.parts == (
        "cabinet (A. Minister)",
        "earlier: eind 2021 [2021-12-31]",
        "now: eind 2023 [2023-12-31] (730 days later)",
        "reason: “omdat het slib vervuild was”",
        "sure",
    )


def test_a_case_that_no_move_made_tells_the_day_that_passed_and_no_reason_of_a_move() -> None:
    moved = replace(POSTPONED, status=LAPSED.status, searched=LAPSED.searched)
    (found,) = cases(index(moved), fates(index(moved), (moved,)))
    assert "earlier: eind 2023 [2023-12-31]" in found.parts
    assert not [part for part in found.parts if part.startswith("reason")]


def test_who_signs_for_another_body_is_no_cabinet() -> None:
    town = tuple(
        replace(row, dossier=None, signatories=(), offices=("Wethouder van Verkeer",)) for row in SMALL.letters
    )
    for letters, who in ((SMALL.letters, "cabinet (A. Minister)"), (town, "sender")):
        of = Index(replace(SMALL, letters=letters, threads=(POSTPONED,)))
        (found,) = cases(of, fates(of, of.ledger.threads))
        assert found.parts[0] == who
        assert entry(of, POSTPONED, (), ()).actor == who.partition(" ")[0]


def test_a_case_of_silence_names_the_papers_that_were_not_read() -> None:
    papers = tuple(MissingPaper(f"kst-12345-{at}", "12345", str(at), (OLD.id,), at) for at in range(8, 14))
    evidence = Evidence("missing", 1.0, message("evidence.missing", papers=", ".join(row.id for row in papers)))
    of = Index(replace(SMALL, missing=papers, threads=(replace(LAPSED, evidence=(evidence,)),)))
    (found,) = cases(of, fates(of, of.ledger.threads))
    assert "not read: nr. 13, nr. 12, nr. 11 and 3 more" in [part.replace(GLUE, " ") for part in found.parts]
    (found,) = cases(index(LAPSED), fates(index(LAPSED), (LAPSED,)))
    assert not [part for part in found.parts if part.startswith("not read")]


def test_what_came_late_is_a_case_only_where_nothing_heavier_is_left() -> None:
    fated = fates(index(), SMALL.threads)
    (late,) = fated[Fate.KEPT][:1] or fated[Fate.LATE][:1]
    open_ = tuple(replace(LAPSED, id=f"t-{at}") for at in range(HEAVIEST - 1))
    many = {**fates(index(), ()), Fate.LAPSED: open_, Fate.LATE: (late, replace(late, id="t-x"))}
    assert [row.title for row in cases(index(), many)] == [*[LAPSED.title] * (HEAVIEST - 1), late.title]
    assert late.id not in [row.thread for row in cases(index(), {**many, Fate.LAPSED: (*open_, LAPSED)})]


def test_the_accuracy_is_that_of_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    told = " ".join((*method(), trust()))
    row = re.search(r"told rightly \| (\d+) of (\d+) \|", text)
    papers = re.search(r"On (\d+) annotated papers", text)
    assert row
    assert papers
    assert f"on {papers[1]} annotated papers" in told
    assert f"{row[1]} of {row[2]} verdicts" in told
    unseen = re.search(r"on which nothing was fitted \| (\d+) of (\d+) \|", text)
    assert unseen
    assert told.count(f"on which nothing was tuned {unseen[1]} of {unseen[2]} were") == 2


def adds_up(of: Index) -> None:
    """Every promise stands in one block, every dated one is counted once, and block by block the figures agree."""
    sheet = overview.sheet(of, of.ledger.threads, soft=True)
    stood = Counter(row.thread for block in sheet.blocks for row in block.entries)
    assert stood == Counter(row.id for row in of.ledger.threads)
    dated = {row.id for row in of.ledger.threads if was_dated(of, row)}
    assert sum(row.number for row in sheet.figures) == len(dated)
    for figure in sheet.figures:
        assert figure.number == sum(row.thread in dated for row in sheet.block(figure.key))
    judged = {row.thread for kind in Fate if FATES[kind].share for row in sheet.block(kind)} & dated
    assert sum(row.number for row in sheet.shares[:1]) == len(judged)
    assert sum(row.number for row in sheet.shares[1:]) in {0, len(judged)}


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("day", [None, dt.date(2018, 1, 1), dt.date(2025, 1, 1)])
def test_of_the_five_letters_each_dated_promise_is_counted_and_stands_once(
    day: dt.date | None, judged: Callable[..., Ledger], seeds: Path
) -> None:
    adds_up(Index(judged(read_collection(open_collection(seeds)), seeds.name, day)))


@pytest.mark.parametrize("series", ["haarlem-parkeren", "ienw-spoorweg"])
def test_so_it_is_of_letters_of_other_bodies(series: str) -> None:
    text = (ROOT / "tests" / "gold" / "series" / f"{series}.series").read_text(encoding="utf-8")
    ledger, _ = series_ledger(read_series(text))
    adds_up(Index(ledger))


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_known_of_promises_each_stands_once(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - a choice of examples, no secret
    threads = tuple(
        replace(
            (of := draw.choice(SMALL.threads)),
            id=f"t-{at}",
            status=draw.choice(list(Status)),
            lateness=draw.choice(list(Lateness)),
            partly=draw.random() < 0.3,
            confidence=draw.random(),
            decided_by=draw.choice([None, "A. Analist"]),
            slips=draw.choice([of.slips, (), POSTPONED.slips]),
            members=draw.choice([of.members, of.members, (replace(of.members[0], ref=None),)]),
        )
        for at in range(draw.randrange(30))
    )
    adds_up(index(*threads, as_of=draw.choice([SMALL.as_of, None, dt.date(2030, 1, 1)])) if threads else index())
