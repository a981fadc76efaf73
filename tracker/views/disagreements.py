"""Where parliament's register and the letters disagree on a promise, what awaits a ruling, and what no letter holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tracker.extraction.number_word import NumberWord
from tracker.i18n.catalog import day, gettext
from tracker.ledger.contested_deadlines import by_letters
from tracker.ledger.letters_verdict import LettersWord, PromiseWord
from tracker.ledger.number_words import Mention
from tracker.ledger.queries import Index
from tracker.ledger.register_comparison import ComparedPromise, RegisterComparison, Verdict
from tracker.model import RegisterMatch, Status, Thread
from tracker.sources.register import Register, Registered
from tracker.statuses import FACTS
from tracker.views.citations import cited, official
from tracker.views.labels import word
from tracker.views.registered import registered_facts, registered_words
from tracker.views.sheet import ThreadEntry, ViewBlock, ViewNote, quote

_Row = tuple[RegisterMatch, ComparedPromise]
"""A promise of the register that a thread surely is, and what the letters say."""
_Alone = tuple[Registered, ComparedPromise]
"""A promise of the register that no thread surely is, and what the letters say by its number."""
_MILDEST = (Verdict.AGREES, Verdict.UNSURE, Verdict.DISAGREES)


def disagreements(index: Index, register: Register, *, cut: bool = False) -> tuple[ViewBlock, ...]:
    """What one says was met and the other does not, with both words for it and the ground of the match.

    Only what the letters say in a plain turn, of the thread or by the number, or their silence, disagrees with the
    register. Where they have nothing of a promise by its words and tell of other things, they disagree as far as words
    tell; with what else they say it may, which stands below that for a reader to judge: first what seems to.

    Where several threads are one promise of the register, it disagrees with all of them: one that agrees is enough, for
    of which thread the register speaks is not known then, and to tell the others would accuse falsely. That the letters
    say of one promise both that it was met and that it was not stands in a block of its own.

    Of a promise that another changes only that one counts.

    Where letters of before the register were `cut` off, by which it may have judged, nothing is compared.

    And, where there are any, promises that are possibly those of threads, for an analyst to rule on, and promises that
    no thread is, so that each of the register stands with its thread or in one of these blocks; and those that it does
    not say any more, by which nothing is judged.
    """
    index = by_letters(index)
    compared = RegisterComparison(index, register)
    sure = [(row, compared.of(row)) for row in _newest(index.ledger.registered) if row.sure]
    alone = _of_no_thread(index, register, compared)
    against = [_entry(index, row, found) for row, found in _in_all(sure, Verdict.DISAGREES)]
    against += [_lacking(index, row, found) for row, found in alone if found.verdict is Verdict.DISAGREES]
    means = "part.register.later" if cut else ""
    block = _block("register", () if cut else against, means=means, day=register.retrieved)
    more = (*(() if cut else _unsure(index, sure)), *_others(index, register, compared, sure, alone))
    return (block, *(one for one in more if one.entries))


def _of_no_thread(index: Index, register: Register, compared: RegisterComparison) -> list[_Alone]:
    """The promises of the register that no thread surely is, and what the letters say by their numbers."""
    sure = {row.number for row in index.ledger.registered if row.sure}
    others = (row for row in register.standing if row.number not in sure)
    return [(row, compared.of_number(row)) for row in sorted(others, key=lambda row: (row.met, row.number))]


def _unsure(index: Index, sure: list[_Row]) -> tuple[ViewBlock, ...]:
    """The blocks of what may disagree: where letters have nothing by a promise's words, and where they speak of it."""
    may = sorted(_in_all(sure, Verdict.UNSURE), key=lambda row: not _seems_other(index.threads[row[0].thread], *row))
    return (
        _block("register-silent", (_entry(index, row, found) for row, found in may if found.silent)),
        _block("register-spoken", (_entry(index, row, found) for row, found in may if not found.silent)),
    )


def _others(
    index: Index, register: Register, compared: RegisterComparison, sure: list[_Row], alone: list[_Alone]
) -> tuple[ViewBlock, ...]:
    """The blocks of what letters contradict themselves in, what awaits a ruling, no thread is, and is not said now."""
    asked = [row for row in _newest(index.ledger.registered) if not row.sure]
    known = {row.number for row in index.ledger.registered}
    named = {row.number: found for row, found in alone if found.verdict is Verdict.UNSURE}
    unmatched = (
        (row, found) for row, found in alone if row.number not in known and found.verdict is not Verdict.DISAGREES
    )
    gone = ((row, compared.of_number(row)) for row in register.promises if row.gone)
    return (
        _block("register-contradicting", (_entry(index, row, found) for row, found in _contradicting(index, sure))),
        _block("register-asked", (_entry(index, row, named.get(row.number)) for row in asked)),
        _block("register-unmatched", (_lacking(index, row, found) for row, found in unmatched)),
        _block("register-gone", (_lacking(index, row, found) for row, found in gone)),
    )


def _in_all(rows: list[_Row], verdict: Verdict) -> Iterator[_Row]:
    """Those of the numbers of which this is the verdict: the mildest of those on the threads that have one."""
    found: dict[str, set[Verdict]] = defaultdict(set)
    for row, compared in rows:
        found[row.number].add(compared.verdict)
    mildest = {number: min(several, key=_MILDEST.index) for number, several in found.items()}
    yield from ((row, compared) for row, compared in rows if mildest[row.number] is verdict)


def _seems_other(thread: Thread, row: RegisterMatch, found: ComparedPromise) -> bool:
    """Whether a place that is not sure enough seems to say otherwise than the register.

    That a promise lapsed says otherwise than that it was met.
    """
    if row.met and thread.status is Status.LAPSED:
        return True
    other = NumberWord.OPEN if row.met else NumberWord.SETTLED
    return any(place.word is other for place in found.letters.places)


def _contradicting(index: Index, rows: list[_Row]) -> Iterator[_Row]:
    """Those of the numbers of which one thread agrees with the register and another does not.

    A thread that only was never taken up again denies no promise met.
    """
    agreed = {row.number for row, found in rows if found.verdict is Verdict.AGREES}
    against = {
        row.number
        for row, found in rows
        if found.verdict is Verdict.DISAGREES and not (row.met and FACTS[index.threads[row.thread].status].is_pending)
    }
    yield from ((row, found) for row, found in rows if row.number in agreed & against)


def _block(key: str, entries: Iterable[ThreadEntry], means: str = "", **said: object) -> ViewBlock:
    """Entries under the heading of a key, and what they mean by another message where one is given."""
    told = gettext(means or f"part.{key}.means", **said)
    return ViewBlock(key=key, heading=gettext(f"part.{key}"), entries=tuple(entries), means=told)


def _newest(rows: Iterable[RegisterMatch]) -> list[RegisterMatch]:
    """The matches without those that another changes: by the newest promise the register speaks.

    Also where that asks for more, so that nobody knows what was met of it. Of two that change each other both stand.
    """
    known = list(rows)
    pairs = {(row.number, number) for row in known if row.sure or row.more for number in row.changes}
    changed = {number for by, number in pairs if (number, by) not in pairs}
    return [row for row in known if row.number not in changed]


def _entry(index: Index, row: RegisterMatch, compared: ComparedPromise | None = None) -> ThreadEntry:
    thread = index.threads[row.thread]
    told = ViewNote("", row.text, place=gettext("register.place", number=row.number))
    newest = quote(index, index.newest(thread), "now")
    places = (
        ()
        if compared is None
        else tuple(_placed(index, compared.letters, {note.sentence or note.text for note in newest}))
    )
    letters = gettext("register.letters", status=word(thread.status))
    if compared is not None and compared.silent:
        sure = compared.verdict is Verdict.DISAGREES
        letters = gettext("register.silent" if sure else "register.silent-so-far", count=compared.silent)
    return ThreadEntry(
        title=thread.title,
        notes=(told, *newest, *places),
        facts=(*registered_facts(row), letters, *_by_number(compared)),
        thread=thread.id,
    )


def _lacking(index: Index, row: Registered, compared: ComparedPromise) -> ThreadEntry:
    """A promise that no thread is, and what a letter says of its number all the same."""
    return ThreadEntry(
        title=row.number,
        notes=((ViewNote("", row.text),) if row.text else ()) + tuple(_placed(index, compared.letters, set())),
        facts=(*registered_words(row), *_made(index, row), *_by_number(compared)),
    )


def _by_number(compared: ComparedPromise | None) -> Iterator[str]:
    """What the letters say by the number of a promise, and which may speak of it besides."""
    if compared is None:
        return
    if compared.letters.spoken:
        yield gettext("register.spoken", letters=_letters(compared.letters.spoken))
    if not compared.letters.places:
        return
    letters = _letters(compared.letters.places)
    if compared.letters.said is PromiseWord.MET:
        yield gettext("register.said-met", letters=letters)
    elif compared.letters.said is PromiseWord.NOT_MET:
        yield gettext("register.said-open", letters=letters)
    else:
        yield gettext("register.named", letters=letters)


def _letters(places: Iterable[Mention]) -> str:
    return ", ".join(dict.fromkeys(place.letter for place in places))


def _placed(index: Index, said: LettersWord, known: set[str]) -> Iterator[ViewNote]:
    """The places by which the letters say so or may speak of it, but for those that are quoted already."""
    for place in (*said.places, *said.spoken):
        if place.text not in known:
            letter, passage = index.letters[place.letter], index.passages[place.passage]
            yield ViewNote("now", place.text, cited(letter), url=official(letter), file=letter.path, line=passage.line)


def _made(index: Index, row: Registered) -> Iterator[str]:
    if row.gone:
        yield gettext("register.gone", day=day(row.gone))
    if row.made:
        yield gettext("register.made", day=day(row.made))
        newest = max((letter.anchor for letter in index.ledger.letters if letter.anchor), default=row.made)
        if row.made > newest:
            yield gettext("register.after")
