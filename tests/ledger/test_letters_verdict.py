"""What letters say of a promise by its number, the newest word counting."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.processor import is_linear
from tests.repositories import masthead
from tracker.commands.source import CollectionSource
from tracker.ledger.letters_verdict import PromiseWord, letters_say
from tracker.ledger.number_words import NumberWords
from tracker.ledger.queries import Index
from tracker.model import Status

N = "TZ202303-002"
PROMISE = f"In mei 2023 sturen wij uw Kamer het rapport over de havens ({N})."
SETTLED, OPEN, NAMED = (
    f"Toezegging {N} {said}" for said in ("is afgedaan.", "is heropend.", "komt in de bijlage aan de orde.")
)


def index(tmp_path: Path, *texts: str) -> Index:
    """Letters of the first days of as many months."""
    for at, text in enumerate(texts, 1):
        day = f"1 {('maart', 'juni', 'september', 'december')[at - 1]} 2023"
        (tmp_path / f"{at}.txt").write_text(f"{masthead(str(at), day)}{text}\n", "utf-8")
    return CollectionSource(tmp_path).index


def said(found: Index, until: dt.date | None = None, *, thread: bool = True) -> PromiseWord:
    own = next((row for row in found.ledger.threads if "havens" in row.title.lower()), None) if thread else None
    return letters_say(found, own, NumberWords(found, [N]).of(N), until).said


@pytest.mark.parametrize(
    ("texts", "word"),
    [
        ((PROMISE,), PromiseWord.NOT_MET),
        ((PROMISE, NAMED), PromiseWord.UNSURE),
        ((f"{PROMISE} Verzonden op 3 mei.",), PromiseWord.UNSURE),
        ((f"{PROMISE}\n\nStand van zaken: is er.",), PromiseWord.NOT_MET),
        ((f"{PROMISE}\n\nStand van zaken: verzonden.",), PromiseWord.UNSURE),
        ((f"{PROMISE} De havens zijn oud.",), PromiseWord.NOT_MET),
        ((PROMISE, SETTLED, PROMISE), PromiseWord.UNSURE),
        ((PROMISE, SETTLED, NAMED), PromiseWord.MET),
        ((PROMISE, SETTLED, OPEN), PromiseWord.NOT_MET),
        ((PROMISE, f"{SETTLED} {OPEN}"), PromiseWord.UNSURE),
        ((PROMISE, OPEN, SETTLED), PromiseWord.MET),
        ((PROMISE, "Hierbij stuur ik uw Kamer het rapport over de havens."), PromiseWord.MET),
    ],
)
def test_the_newest_letter_that_says_something_counts(
    tmp_path: Path, texts: tuple[str, ...], word: PromiseWord
) -> None:
    assert said(index(tmp_path, *texts)) is word


@pytest.mark.parametrize(
    ("stand", "word"),
    [
        ("Op dit moment wordt met alle betrokken gemeenten verkend wat er aan rapporten ligt.", PromiseWord.UNSURE),
        ("Gestuurd op 3 mei.", PromiseWord.UNSURE),
        ("", PromiseWord.NOT_MET),
        ("Loopt", PromiseWord.NOT_MET),
        ("Het rapport over de havens is op 3 mei 2023 naar uw Kamer gestuurd.", PromiseWord.MET),
        ("Afgedaan", PromiseWord.MET),
    ],
)
def test_a_row_may_tell_the_promise_anew_beside_how_it_stands(tmp_path: Path, stand: str, word: PromiseWord) -> None:
    promise = PROMISE.replace(f" ({N})", "")
    row = f"<tr><td><p>Havens</p><p>{N}</p><p>{promise}</p></td><td>{stand}</td></tr>"
    rows = f"<tr><td>Toezegging</td><td>Stand</td></tr>{row}"
    (tmp_path / "1.html").write_text(f"<p>Den Haag, 1 juni 2023</p><table>{rows}</table>", "utf-8")
    assert said(CollectionSource(tmp_path).index) is word


def test_letters_of_after_a_day_say_nothing_up_to_it(tmp_path: Path) -> None:
    assert said(index(tmp_path, PROMISE, SETTLED), dt.date(2023, 4, 1)) is PromiseWord.NOT_MET


def test_of_what_no_thread_is_the_number_tells(tmp_path: Path) -> None:
    found = index(tmp_path, "De haven is diep.", SETTLED)
    assert said(found, thread=False) is PromiseWord.MET
    assert said(found, dt.date(2023, 4, 1), thread=False) is PromiseWord.NOTHING


def test_what_an_analyst_decided_is_what_they_say(tmp_path: Path) -> None:
    found = index(tmp_path, PROMISE, NAMED)
    (thread,) = (row for row in found.ledger.threads if "havens" in row.title.lower())
    ruled = replace(thread, status=Status.DELIVERED, decided_by="R. Rekenaar")
    assert letters_say(found, ruled, NumberWords(found, [N]).of(N)).said is PromiseWord.MET


def test_a_promise_that_is_repeated_takes_time_by_its_number(tmp_path: Path) -> None:
    found = index(tmp_path, PROMISE, OPEN)
    (own,) = (row for row in found.ledger.threads if "havens" in row.title.lower())
    mentions = tuple(NumberWords(found, [N]).of(N))

    def say(times: int) -> None:
        letters_say(found, replace(own, members=own.members * times), mentions * times)

    assert is_linear(say, 250)
    assert letters_say(found, replace(own, members=own.members * 9), mentions * 9).said is PromiseWord.NOT_MET
