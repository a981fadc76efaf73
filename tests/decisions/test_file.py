from __future__ import annotations

import datetime as dt
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.series import Made, Promise, Told, build, linked
from tracker.decisions import file
from tracker.decisions.apply import rule_statements, rule_threads
from tracker.decisions.drafts import rule_drafts
from tracker.decisions.file import find_ruling, record, withdraw_ruling
from tracker.decisions.ruling import Anchor, Decision, Ruling, anchor, quote_hash
from tracker.decisions.stale import sift
from tracker.decisions.toml_text import read_decisions
from tracker.errors import DecisionError
from tracker.extraction import analyse
from tracker.model import Commitment, Kind, Status
from tracker.status import judge_all

WATER = "3. Waterkwaliteit van de grote rivieren"
WHEN = dt.datetime(2024, 7, 1, 12, 0, tzinfo=dt.UTC)
PLAN = Promise("Er komt een actieplan waterzuivering Maas.", Kind.DELIVER, "2023-09-01", "2023-11-30")
MARK = Promise("Er komt een keurmerk zwemwater.", Kind.START)
LATER = Promise("Het actieplan waterzuivering Maas verschijnt in 2025.", Kind.DELIVER, "2025-01-01", "2025-12-31")
SERIES = (Made("a", "2023-06-20", {WATER: [PLAN, MARK]}), Made("b", "2024-06-26", {WATER: [LATER]}))


def ruling(what: Ruling, *quotes: Anchor, **more: object) -> Decision:
    return Decision(ruling=what, who="An Analyst <a@b.nl>", when=WHEN, why="it reads so", quotes=quotes, **more)  # type: ignore[arg-type]


NOTE = ruling(Ruling.NOTE, anchor("a", PLAN.text), value="Kijk naar [noot 3] en «citaat».")


def test_comments_and_order_survive(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    record(path, NOTE)
    text = path.read_text("utf-8").replace("[[decision]]", "# Deze zin is van mij.\n[[decision]]")
    path.write_text(text, "utf-8")
    title = ruling(Ruling.TITLE, anchor("b", LATER.text), value="Actieplan")
    record(path, title)
    changed = path.read_text("utf-8")
    assert changed.count('# Deze zin is van mij.\n[[decision]]\nruling = "note"') == 1
    assert sorted(row.ruling for row in read_decisions(changed)) == [Ruling.NOTE, Ruling.TITLE]
    withdraw_ruling(path, title)
    assert path.read_text("utf-8") == text


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "decisions.toml"
    record(path, NOTE)
    text = path.read_text("utf-8")
    monkeypatch.setattr(file, "LARGEST", len(text.encode()) + 9)
    with pytest.raises(DecisionError, match="withdraw"):
        record(path, NOTE)
    assert path.read_text("utf-8") == text
    withdraw_ruling(path, NOTE)


@given(st.text(min_size=1).filter(str.strip), st.text(), st.text(min_size=1).filter(str.strip))
@settings(max_examples=20)
def test_whatever_is_recorded_is_read_back(who: str, why: str, value: str) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "decisions.toml"
        decision = Decision(
            ruling=Ruling.NOTE, who=who, when=WHEN, why=why, quotes=(anchor("a", PLAN.text),), value=value
        )
        try:
            record(path, decision)
        except DecisionError:
            assert not path.exists()
        else:
            assert read_decisions(path.read_text("utf-8")) == (decision,)


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: record(path, ruling(Ruling.NOTE, anchor("a", "x"), value=str(number))), range(24)))
    assert sorted(int(row.value) for row in read_decisions(path.read_text("utf-8"))) == list(range(24))
    assert [name.name for name in tmp_path.iterdir() if name.suffix == ".new"] == []


def test_a_failed_write_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "decisions.toml"
    record(path, NOTE)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DecisionError, match="nothing was changed"):
        record(path, NOTE)
    assert path.read_bytes() == before
    assert [name for name in tmp_path.iterdir() if name.suffix == ".new"] == []


FAULTS = {
    "no TOML": ("[[decision", "no TOML"),
    "unknown kind": ('[[decision]]\nruling = "nope"', "decision 1"),
    "unknown key": ("answer = 42", "answer: unknown key"),
    "no time zone": (
        '[[decision]]\nruling = "note"\nwho = "A"\nwhen = 2024-07-01T12:00:00\nwhy = ""\nvalue = "x"\n'
        'quotes = [{letter = "a", quote = "b", hash = "c"}]',
        "no time zone",
    ),
}


@pytest.mark.parametrize(("text", "fault"), FAULTS.values(), ids=FAULTS.keys())
def test_faults_are_told_and_the_file_is_not_added_to(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(DecisionError, match=fault):
        read_decisions(text)
    path = tmp_path / "decisions.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DecisionError, match=fault):
        record(path, NOTE)
    assert path.read_text("utf-8") == text


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(DecisionError, match=r"decision 1.*decision 2"):
        read_decisions('[[decision]]\nruling = "x"\n[[decision]]\nruling = "y"\n')


INCOMPLETE = {
    "one quote of two": ruling(Ruling.SAME, anchor("a", "x")),
    "no status": ruling(Ruling.STATUS, anchor("a", "x"), value="mislukt"),
    "no kind": ruling(Ruling.MISSED, anchor("a", "x")),
    "no kind of what": ruling(Ruling.KIND, anchor("a", "x")),
    "no title": ruling(Ruling.TITLE, anchor("a", "x"), value=" "),
    "backwards": ruling(Ruling.DEADLINE, anchor("a", "x"), start=dt.date(2024, 2, 1), end=dt.date(2024, 1, 1)),
}


@pytest.mark.parametrize("decision", INCOMPLETE.values(), ids=INCOMPLETE.keys())
def test_an_incomplete_ruling_is_refused(tmp_path: Path, decision: Decision) -> None:
    with pytest.raises(DecisionError, match="cannot be kept"):
        record(tmp_path / "decisions.toml", decision)
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.toml").write_text("")
    (tmp_path / "decisions.toml").symlink_to(tmp_path / "elsewhere.toml")
    with pytest.raises(DecisionError, match="is a link"):
        record(tmp_path / "decisions.toml", NOTE)


STALE = {
    "the quote is gone": (anchor("a", "Er komt een actieplan bodem."), "no longer stands in a"),
    "the letter is gone": (anchor("z", PLAN.text), "not among the letters"),
    "the quote was edited": (Anchor("a", PLAN.text, quote_hash("iets anders")), "not the one that was ruled on"),
}


@pytest.mark.parametrize(("quote", "reason"), STALE.values(), ids=STALE.keys())
def test_a_ruling_whose_quote_does_not_stand_is_stale(quote: Anchor, reason: str) -> None:
    letters, _ = linked(*SERIES)
    standing, stale = sift([NOTE, ruling(Ruling.NOTE, quote, value="x")], letters)
    assert standing == (NOTE,)
    assert reason in str(stale[0].reason)


def test_statements_are_taken_out_added_and_dated() -> None:
    letter, rows = build(SERIES[0])
    commitments = [row for row in rows if isinstance(row, Commitment)]
    decisions = [
        ruling(Ruling.REJECTED, anchor("a", MARK.text)),
        ruling(Ruling.DEADLINE, anchor("a", PLAN.text), end=dt.date(2024, 1, 1), value="per 1 januari"),
        ruling(Ruling.KIND, anchor("a", PLAN.text), kind=Kind.FUND),
        ruling(Ruling.MISSED, anchor("a", "keurmerk zwemwater"), kind=Kind.START),
    ]
    ruled = rule_statements(decisions, [letter], commitments)
    assert [row.quote for row in ruled] == [PLAN.text, "keurmerk zwemwater"]
    assert ruled[0].deadline is not None
    assert ruled[0].deadline.end == dt.date(2024, 1, 1)
    assert ruled[0].kind is Kind.FUND
    assert ruled[1].id == f"a/c-{quote_hash('keurmerk zwemwater')}"


NEVER_THE_SAME = {
    "another sentence": MARK.text,
    "a small part of what was found": "Maas",
    "words of both": "waterzuivering Maas. Er komt een keurmerk",
}
THE_SAME = {
    "its words": PLAN.text,
    "more words": f"{PLAN.text} Dat volgt.",
    "most of its words": "Er komt een actieplan waterzuivering",
}


@pytest.mark.parametrize(
    ("quote", "same"),
    [(quote, False) for quote in NEVER_THE_SAME.values()] + [(quote, True) for quote in THE_SAME.values()],
    ids=[*NEVER_THE_SAME, *THE_SAME],
)
def test_a_ruled_promise_that_is_found_is_not_told_twice(quote: str, same: bool) -> None:
    text = f"{PLAN.text} Dat volgt. {MARK.text}"
    letter, rows = build(Made("a", "2023-06-20", {WATER: [PLAN, Told(text)]}))
    (plan,) = (row for row in rows if isinstance(row, Commitment))
    decision = ruling(Ruling.MISSED, anchor("a", quote), kind=Kind.TARGET)
    ruled = rule_statements([decision], [letter], [plan])
    kinds = {row.quote: row.kind for row in ruled}
    if quote in text:
        assert kinds[quote] is Kind.TARGET
        assert (len(ruled) == 1) is same
        assert next(row for row in ruled if row.quote == quote).deadline == (plan.deadline if same else None)


def test_drafts_are_parted_and_joined_and_the_last_ruling_wins() -> None:
    letters, drafts = linked(*SERIES)
    assert [len(draft.members) for draft in drafts] == [2, 1]
    pair = (anchor("a", PLAN.text), anchor("b", LATER.text))
    apart = rule_drafts([ruling(Ruling.DIFFERENT, *pair)], drafts, letters)
    assert [len(draft.members) for draft in apart] == [1, 1, 1]
    assert all(link.rule != "same-words" for draft in apart for link in draft.links)
    again = rule_drafts([ruling(Ruling.DIFFERENT, *pair), ruling(Ruling.SAME, *pair)], drafts, letters)
    assert sorted(len(draft.members) for draft in again) == [1, 2]
    merged = rule_drafts([ruling(Ruling.MERGE, anchor("a", PLAN.text), anchor("a", MARK.text))], drafts, letters)
    assert [len(draft.members) for draft in merged] == [3]
    split = rule_drafts([ruling(Ruling.SPLIT, anchor("a", MARK.text))], merged, letters)
    assert sorted(len(draft.members) for draft in split) == [1, 2]


def test_a_thread_is_marked_with_who_ruled() -> None:
    letters, drafts = linked(*SERIES)
    threads = judge_all(drafts, [analyse(letter) for letter in letters], dt.date(2024, 7, 1))
    statements = [row for draft in drafts for row in draft.members]
    decisions = [
        ruling(Ruling.STATUS, anchor("a", PLAN.text), value="delivered"),
        ruling(Ruling.TITLE, anchor("a", PLAN.text), value="Het plan"),
        NOTE,
    ]
    ruled = rule_threads(decisions, threads, statements)
    assert (ruled[0].status, ruled[0].title, ruled[0].decided_by) == (
        Status.DELIVERED,
        "Het plan",
        "An Analyst <a@b.nl>",
    )
    assert ruled[0].note == NOTE.value
    assert ruled[1] == threads[1]


def test_a_note_alone_decides_nothing() -> None:
    letters, drafts = linked(Made("a", "2023-06-20", {WATER: [PLAN, Told("De sluis is open.")]}))
    threads = judge_all(drafts, [analyse(letter) for letter in letters], dt.date(2023, 7, 1))
    ruled = rule_threads([NOTE], threads, [row for draft in drafts for row in draft.members])
    assert ruled[0].ruled_by is None


@pytest.mark.parametrize(
    ("words", "told", "listed"),
    [
        ("zzz", "decisions.not-found", (PLAN.text, MARK.text)),
        ("er komt een", "decisions.several", (PLAN.text, MARK.text)),
        ("zwemwater", "", ()),
        ("maas", "", ()),
    ],
)
def test_a_ruling_is_found_by_words_and_else_those_of_the_kind_are_listed(
    words: str, told: str, listed: tuple[str, ...]
) -> None:
    rows = [ruling(Ruling.NOTE, anchor("a", text), value="x") for text in (PLAN.text, MARK.text)]
    rows.append(ruling(Ruling.TITLE, anchor("a", "zzz"), value="zzz"))
    if not told:
        assert words in find_ruling(rows, "note", words).quotes[0].quote.casefold()
        return
    with pytest.raises(DecisionError) as caught:
        find_ruling(rows, "note", words)
    assert caught.value.message.id == told
    assert [text for text in listed if text not in str(caught.value)] == []


def test_of_many_rulings_that_are_not_meant_the_first_are_listed_once() -> None:
    quotes = ["In mei volgt brief 0.", *(f"In mei volgt brief {at}." for at in range(50))]
    rows = [ruling(Ruling.NOTE, anchor("a", quote), value="x") for quote in quotes]
    with pytest.raises(DecisionError) as fault:
        find_ruling(rows, Ruling.NOTE, "zzz")
    assert str(fault.value).count("brief 0.") == 1
    assert "30 more" in str(fault.value)
