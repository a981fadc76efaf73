"""Which threads are asked first whether they are the same promise."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import POSTPONED, SMALL
from tracker.ledger.rejudging import Judged
from tracker.model import Candidate, Ledger
from tui.similar_threads import by_likeness
from tui.view_model import Study


def _asked(ledger: Ledger, thread: str) -> list[str]:
    return [entry.id for entry in by_likeness(Study(Judged(ledger)), thread)]


def _titled(**titles: str) -> Ledger:
    """Threads with titles and no words beside them, the most telling first as they are given."""
    rows = [replace(POSTPONED, id=id_, title=title, members=(), slips=()) for id_, title in titles.items()]
    return replace(SMALL, threads=tuple(rows), topics=())


def test_the_thread_itself_is_not_asked_and_no_other_is_missing() -> None:
    asked = _asked(SMALL, POSTPONED.id)
    assert POSTPONED.id not in asked
    assert sorted([*asked, POSTPONED.id]) == sorted(thread.id for thread in SMALL.threads)


def test_scarce_words_weigh_more_than_common_ones() -> None:
    ledger = _titled(
        a="actieplan loodsen", b="actieplan veren", c="actieplan sluizen", d="opleiding van loodsen", e="kademuren"
    )
    assert _asked(ledger, "a")[0] == "d"
    assert _asked(ledger, "a")[-1] == "e"


def test_a_word_is_found_in_a_compound_and_in_quotes() -> None:
    ledger = _titled(a="loodsen", b="kademuren", c="havenloodsen")
    assert _asked(ledger, "a") == ["c", "b"]
    study = Study(Judged(SMALL))
    quoted = max(study.entries, key=lambda entry: len(entry.text))
    assert len(quoted.text) > len(quoted.name), "quotes are looked through, too"


def test_what_linking_holds_for_possible_comes_before_any_words() -> None:
    last = _asked(SMALL, POSTPONED.id)[-1]
    ref = next(step.ref for thread in SMALL.threads if thread.id == last for step in thread.members if step.ref)
    doubted = replace(POSTPONED, candidates=(Candidate(ref, 0.4, "first"),))
    rows = tuple(doubted if thread.id == POSTPONED.id else thread for thread in SMALL.threads)
    assert _asked(replace(SMALL, threads=rows), POSTPONED.id)[0] == last
