"""Promises of parliament's register beside the threads of the letters: as analysts ruled, by number, else by linking.

Linking weighs a registered promise against the statements of the letters as it weighs two letters; before that, what
stands in a letter word for word but for who speaks is the promise. What comes near and not over the line, differs in
a word or two, or shares most of its words, is asked of an analyst, and what was ruled is not asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from msgspec.structs import replace

from tracker.decisions.ruling import OF_REGISTER, Decision, Ruling
from tracker.extraction.added_demands import more_asked
from tracker.extraction.distinct_things import is_other_thing
from tracker.extraction.register_numbers import in_one_spelling
from tracker.extraction.thing_words import ThingWords, name_one_thing, thing_words
from tracker.extraction.word_stems import plain_words, written, written_words
from tracker.language.offices import are_of_others
from tracker.ledger.contested_deadlines import LIKELY
from tracker.ledger.number_threads import Carried
from tracker.ledger.queries import Index
from tracker.ledger.registered_statements import as_letter, read_registered
from tracker.ledger.word_overlap import SharedWords
from tracker.linking.linker import IncrementalLinker
from tracker.linking.near_duplicates import SURE_WORDS, SameTexts
from tracker.linking.pair_score import PairScore
from tracker.linking.pair_weights import pair_weights
from tracker.linking.weights import WORDS
from tracker.model import Commitment, MatchGround, RegisterMatch, Status, StepKind, Thread
from tracker.sources.register import Registered
from tracker.storage.cache import digest, remembered
from tracker.text.log_odds import probability
from tracker.text.normalize import one_space

_SAID = ("number", "text", "status", "met", "by", "repeats", "changes", "unclear", "closed", "twins")
_TELLING = 0.5
"""Nats: a shared word with so much evidence is one of those that it takes for nobody to doubt a match; by judgement."""


def register_matches(
    index: Index, linker: IncrementalLinker, promises: Iterable[Registered], rulings: Iterable[Decision] = ()
) -> tuple[RegisterMatch, ...]:
    """The registered promises that a thread is ruled to be, carries, or is linked or possibly linked with.

    A number beside a thread makes sure of what linking would ask about. What changes or repeats such a promise is of
    its thread.
    """
    known = list(promises)
    ruled, refused = _ruled(index, rulings, known)
    told = [row for row in known if row.text.strip()]
    about = ("register", digest(index.ledger), digest(told))
    likely = remembered(dict[str, list[RegisterMatch]], about, partial(_likely, index, linker, told))
    found: list[RegisterMatch] = []
    carried = Carried(index, known)
    around = cache(partial(_around, index))
    for promise in known:
        if promise.number in ruled:
            thread, who = ruled[promise.number]
            found.append(_match(promise, thread, MatchGround.RULED, who=who))
            continue
        bearing = carried.bearers(promise)
        others = [row for row in likely.get(promise.number, ()) if (promise.number, row.thread) not in refused][:1]
        if others and (_is_met_before(index, others[0].thread, promise) or _is_of_others(index, others[0], promise)):
            others = [replace(others[0], ground=MatchGround.ASKED)]
        if others and not others[0].sure and others[0].thread in bearing.beside:
            others = [_match(promise, index.threads[others[0].thread], MatchGround.CARRIED)]
        carrying = (_match(promise, thread, MatchGround.CARRIED) for thread in bearing.carry)
        sure = {row.thread: row for row in carrying if (promise.number, row.thread) not in refused}
        shown = (row for row in others if row.thread not in sure and (row.sure or not sure))
        found += [*sure.values(), *(_with_words(row, around(row.thread)) for row in shown)]
    changing = list(_by_change(index, known, found, refused))
    taken = {(row.number, row.thread) for row in changing}
    return (*(row for row in found if row.sure or (row.number, row.thread) not in taken), *changing)


def _by_change(
    index: Index, promises: Iterable[Registered], found: Iterable[RegisterMatch], refused: set[tuple[str, str]]
) -> Iterator[RegisterMatch]:
    """Those that no promise of the letters surely is, beside the threads of what each changes or repeats, over several.

    One that was made after a thread was met asks for more than that. One that names more than the other and the thread
    is asked about.
    """
    threads: dict[str, list[str]] = {}
    for row in found:
        if row.sure and any(isinstance(one, Commitment) for one in index.quotes_of(index.threads[row.thread])):
            threads.setdefault(row.number, []).append(row.thread)
    before = {row.number: (*row.changes, *row.repeats) for row in promises}
    texts = {row.number: row.text for row in promises}
    for promise in promises:
        if promise.number in threads:
            continue
        seen, asked, given = {promise.number}, list(before[promise.number]), set[str]()
        while asked:
            number = asked.pop(0)
            if number in seen:
                continue
            seen.add(number)
            if number not in threads:
                asked += before.get(number, ())
            for thread in threads.get(number, ()):
                stands = (promise.number, thread) not in refused and not _is_met_before(index, thread, promise)
                if stands and thread not in given:
                    given.add(thread)
                    said = (row.sentence for row in index.quotes_of(index.threads[thread]))
                    more = more_asked(promise.text, (*(texts.get(row, "") for row in seen - {promise.number}), *said))
                    ground = MatchGround.ASKED if more else MatchGround.CHANGES
                    yield _match(promise, index.threads[thread], ground, more=more)


def _is_met_before(index: Index, id_: str, promise: Registered) -> bool:
    """Whether the letters say that a thread was met before a promise was made: so it is another one."""
    thread = index.threads[id_]
    met = [index.letters[step.letter].anchor for step in thread.members if step.step is StepKind.DELIVERED]
    days = [day for day in met if day]
    return bool(thread.status is Status.DELIVERED and days and promise.made and max(days) < promise.made)


def _is_of_others(index: Index, row: RegisterMatch, promise: Registered) -> bool:
    """Whether all who promise a thread, as far as their letters tell of which field they are, are of other ministries.

    The same may be promised by two; which of them the register means it says itself.
    """
    made = [one for one in index.quotes_of(index.threads[row.thread]) if isinstance(one, Commitment)]
    offices = (one for row in made for one in (*index.letters[row.letter].offices, row.actor))
    return are_of_others(offices, promise.ministry)


def _ruled(
    index: Index, rulings: Iterable[Decision], promises: Iterable[Registered]
) -> tuple[dict[str, tuple[Thread, str]], set[tuple[str, str]]]:
    """The thread of each number as it was ruled last, with who did; and the pairs that were refused.

    A ruling may spell the number otherwise than the register does.
    """
    numbers = {in_one_spelling(row.number): row.number for row in promises}
    threads: dict[tuple[str, str], Thread] = {}
    for thread in index.ledger.threads:
        threads |= {(row.letter, one_space(row.quote)): thread for row in index.quotes_of(thread)}
    ruled: dict[str, tuple[Thread, str]] = {}
    refused: set[tuple[str, str]] = set()
    for row in rulings:
        found = threads.get((row.quotes[0].letter, one_space(row.quotes[0].quote)))
        if found is None or row.ruling not in OF_REGISTER:
            continue
        number = numbers.get(in_one_spelling(row.value), row.value)
        if row.ruling is Ruling.REGISTERED:
            ruled[number] = (found, row.who)
            refused.discard((number, found.id))
        else:
            refused.add((number, found.id))
            if number in ruled and ruled[number][0] is found:
                del ruled[number]
    return ruled, refused


def _likely(index: Index, linker: IncrementalLinker, promises: Iterable[Registered]) -> dict[str, list[RegisterMatch]]:
    """By number, the threads with a statement that is the same, or that linking would link or ask about.

    The surest first, each with its best statement.
    """
    thread_of = {step.ref: thread for thread in index.ledger.threads for step in thread.members}
    known = list(promises)
    shared = SharedWords(index, (row.text for row in known))
    quotes = {thread.id: index.quotes_of(thread) for thread in index.ledger.threads}
    texts = {id_: [text for row in rows for text in (row.quote, row.sentence)] for id_, rows in quotes.items()}
    same = SameTexts({id_: map(plain_words, several) for id_, several in texts.items()})
    promised = SameTexts({row.number: [plain_words(row.text)] for row in known})
    read = read_registered(known)
    things = {id_: thing_words(index.threads[id_].title.partition(" (")[0]) for id_ in texts}
    found: dict[str, list[RegisterMatch]] = {}
    for promise in known:
        best: dict[str, PairScore] = {}
        nearest: dict[str, str] = {}
        said = read[promise.number]
        named = _naming_it(index, things, promise.text)
        for theirs, score in linker.look_up(as_letter(promise), said.statement, said.facts):
            thread = thread_of.get(theirs.id)
            if thread and (thread.id not in best or score.total > best[thread.id].total):
                best[thread.id], nearest[thread.id] = score, theirs.quote
        rows = [_linked(promise, index.threads[id_], score, nearest[id_]) for id_, score in best.items()]
        rows = [replace(row, score=max(row.score, LIKELY)) if row.thread in named else row for row in rows]
        rows += [
            _match(promise, index.threads[id_], MatchGround.ASKED, score=LIKELY) for id_ in named if id_ not in best
        ]
        likest = shared.likest(promise.text)
        if likest and likest.thread.id not in best and likest.thread.id not in named:
            words = likest.words[:WORDS]
            rows.append(_match(promise, likest.thread, MatchGround.ASKED, words=words, score=likest.share))
        rows.sort(key=lambda row: (row.ground is MatchGround.ASKED, -row.score, row.thread))
        if alike := same.find(plain_words(promise.text)):
            alone = len(alike.told) >= SURE_WORDS or promised.near(plain_words(promise.text)) == {promise.number}
            ground = MatchGround.WORDS if alike.sure and alone else MatchGround.ASKED
            row = _match(promise, index.threads[alike.of], ground, words=alike.told[:WORDS], score=alike.share)
            rows.insert(0 if row.sure else sum(one.ground is MatchGround.WORDS for one in rows), row)
        found[promise.number] = rows
    return found


def _naming_it(index: Index, things: Mapping[str, ThingWords], text: str) -> set[str]:
    """The threads of the very thing that a text names, in the same words or in other compounds of them."""
    wanted = thing_words(text)
    known = (index.threads[id_] for id_, words in things.items() if name_one_thing(wanted, words))
    return {
        thread.id for thread in known if not any(is_other_thing(text, row.quote) for row in index.quotes_of(thread))
    }


def _linked(promise: Registered, thread: Thread, score: PairScore, quote: str) -> RegisterMatch:
    """What linking says of a promise and the statement of a thread that is nearest to it, by its quote."""
    telling = sum(word.weight >= _TELLING for word in score.common.words)
    sure = telling >= SURE_WORDS and probability(score.total) >= pair_weights().linked
    sure = sure and not is_other_thing(promise.text, quote)
    ground = MatchGround.WORDS if sure else MatchGround.ASKED
    return _match(promise, thread, ground, words=score.words[:WORDS], score=probability(score.total))


def _match(promise: Registered, thread: Thread, ground: MatchGround, **found: Any) -> RegisterMatch:
    said = {name: getattr(promise, name) for name in _SAID}
    return RegisterMatch(thread=thread.id, ground=ground, **said, **found)


def _around(index: Index, thread: str) -> Mapping[str, str]:
    """The stems of what the letters say in the sentences of a thread, then around them, each as it stands there."""
    rows = index.quotes_of(index.threads[thread])
    passages = [index.passages[row.passage] for row in rows]
    heads = (index.sections[one.section].heading or "" for one in passages if one.section)
    around = (text for one in passages for text in (one.lead_in or "", one.text))
    return written("\n".join(dict.fromkeys((*(row.sentence for row in rows), *heads, *around))))


def _with_words(row: RegisterMatch, around: Mapping[str, str]) -> RegisterMatch:
    """A match with the words of its stems that stand in both texts."""
    return replace(row, words=written_words(row.words, written(row.text), around)) if row.words else row
