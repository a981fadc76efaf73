"""What became of a promise whose deadline passed without a verdict of the letters: due, unclear or lapsed.

It lapsed where no later passage was found to speak of it and a lapse is probable enough; in doubt it is unclear.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction import StatementFacts
from tracker.extraction.cues import Cue
from tracker.language.informativeness import informativeness
from tracker.language.resources import word_set
from tracker.language.terms import NO_NAMES, Term, is_generic, is_party, terms_of
from tracker.linking.thread_draft import ThreadDraft
from tracker.model import (
    AnyStatement,
    Commitment,
    Firmness,
    Kind,
    LapseSign,
    Letter,
    Searched,
    Status,
    StatusReport,
    StepKind,
)
from tracker.status.absence_search import Silence, Since
from tracker.status.chance_overlap import Nearness
from tracker.status.document_names import subjects_of
from tracker.status.lapse import lapse_weights
from tracker.status.slips import is_ahead
from tracker.status.thread_context import Surroundings, near
from tracker.status.timeline import StepReading
from tracker.status.weights import BEFORE, EXCERPT, MENTION, NAMES_A_THING
from tracker.text.days import MONTH
from tracker.text.excerpt import excerpt

_PAPERS = frozenset({Kind.DELIVER, Kind.INFORM, Kind.LEGISLATE})
"""What is promised of a paper when it is to come; to weigh or carry it out is another act."""


class Passing(Struct, frozen=True):
    """The verdict that the passing of the last deadline gives, if it passed; and on what it rests."""

    status: Status | None = None
    searched: tuple[Searched, ...] = ()
    """For a lapse the letters after the promise, each with the passage nearest to the promise; else the passages."""
    number: int = 0
    """How many letters were searched."""
    signs: tuple[LapseSign, ...] = ()
    """What speaks for and against a lapse where no later statement was found."""
    probability: float | None = None
    """How probable a lapse is by these signs, from 0 to 1."""
    speaks: bool = True
    """Whether what was found speaks of the promise; else it only comes nearest."""


def pass_deadline(
    draft: ThreadDraft,
    reading: StepReading,
    letters: Mapping[str, Letter],
    searching: tuple[Silence, Surroundings],
    as_of: dt.date | None,
) -> Passing:
    """What the passing of its last deadline means for a draft as of a day; nothing where it has not passed.

    A promise that is made again after its deadline is alive; one that a later letter only speaks of is unclear, also
    where that letter came before the deadline: it may have told the outcome.
    """
    silence, _ = searching
    if (put_off := _put_off(draft, reading)) is not None:
        return _spoken_of_since(draft, put_off, letters, silence)
    due = _open_until(draft, reading)
    if due is None or as_of is None or as_of <= due:
        return Passing()
    later = [row for row in draft.members if _written(letters[row.letter]) > due]
    if any(isinstance(row, Commitment) for row in later):
        return Passing()
    if later:
        return Passing(Status.UNCLEAR, tuple({row.letter: _as_searched(row) for row in later}.values()))
    if silence.after(Since(due, _promised_in(draft, letters))) == 0:
        return Passing(Status.DUE)
    found = _of_silence(draft, due, letters, searching, as_of)
    return found if found.status is not Status.LAPSED or _is_owed(draft, due) else _in_doubt(found)


def _of_silence(
    draft: ThreadDraft,
    due: dt.date,
    letters: Mapping[str, Letter],
    searching: tuple[Silence, Surroundings],
    as_of: dt.date,
) -> Passing:
    """What it means that no statement of a later letter is of a draft that was due: by all that comes near it."""
    silence, around = searching
    promised_in = _promised_in(draft, letters)
    told = min(due, max(_written(letters[row.letter]) for row in draft.members))
    since = Since(told, promised_in)
    searched = silence.search(draft.about, since, promised_thing(draft), _papers(draft), _numbers(draft))
    nearest = _nearest_sentences(draft, told, silence)
    values = {
        "held": max((row.score for row in searched), default=0.0),
        "shared": nearest.shared,
        "alike": nearest.alike,
        "alike-report": nearest.alike_report,
        **_near(draft, told, letters, around),
        "months": (as_of - due).days / MONTH,
        "told-in": len({row.letter for row in draft.members}),
        "letters": silence.after(since),
        "sentences": nearest.sentences,
        "taken-up": around.taken_up[promised_in.id],
    }
    return _weighed(values, searched, nearest.speaking, silence.after(since))


def _promised_in(draft: ThreadDraft, letters: Mapping[str, Letter]) -> Letter:
    """The letter of the first promise of a draft."""
    return letters[next(row.letter for row in draft.members if isinstance(row, Commitment))]


def _is_owed(draft: ThreadDraft, due: dt.date) -> bool:
    """Whether a promise that was due on a day could be broken, not what hangs on something or stands in another row."""
    firm = [row for row in draft.members if isinstance(row, Commitment) and row.firmness is Firmness.FIRM]
    last = [row for row in firm if row.deadline is not None and row.deadline.end == due] or firm
    return any(not row.conditions and not _is_ditto(draft.facts[row.id]) for row in last)


def _is_ditto(facts: StatementFacts) -> bool:
    """Whether a row says but that it is as the one above ("Idem, ronde 2023"): what it promises cannot be searched."""
    return not word_set("words", "ditto").isdisjoint(facts.words[:1])


def _nearest_sentences(draft: ThreadDraft, told: dt.date, silence: Silence) -> Nearness:
    """How near the sentences after the last word on a promise come to it."""
    quotes = [draft.facts[row.id].words for row in draft.members if isinstance(row, Commitment)]
    return silence.sentences.search(promised_words(draft), told, {row.passage for row in draft.members}, quotes)


def _near(draft: ThreadDraft, told: dt.date, letters: Mapping[str, Letter], around: Surroundings) -> dict[str, float]:
    """How probably the nearest later statement outside a draft is of it, and the nearest later report."""
    later = [(row, score) for row, score in near(draft, around) if _written(letters[row.letter]) > told]
    reports = (score for row, score in later if isinstance(row, StatusReport))
    return {"near": max((score for _, score in later), default=0.0), "near-report": max(reports, default=0.0)}


def _put_off(draft: ThreadDraft, reading: StepReading) -> str | None:
    """The last letter that tells a delay, where nothing tells until when and no promise comes after it."""
    last = reading.slips[-1].to_letter if reading.slips else ""
    if not last or any(slip.new_end for slip in reading.slips if slip.to_letter == last):
        return None
    promised = [row for row in _after(draft, last) if isinstance(row, Commitment)]
    return None if promised else last


def _after(draft: ThreadDraft, letter: str) -> Sequence[AnyStatement]:
    """The members of later letters than one of a draft's own."""
    told = [row.letter for row in draft.members]
    return draft.members[len(told) - told[::-1].index(letter) :]


def _spoken_of_since(draft: ThreadDraft, put_off: str, letters: Mapping[str, Letter], silence: Silence) -> Passing:
    """Unclear where a later letter speaks of what was put off until nobody knows when: it may have come since."""
    own = {row.letter: _as_searched(row) for row in _after(draft, put_off)}
    since = Since(_written(letters[put_off]), letters[put_off])
    found = (
        silence.search(draft.about, since, promised_thing(draft), _papers(draft), _numbers(draft)) if not own else ()
    )
    speaking = (*own.values(), *(row for row in found if row.score >= MENTION))
    return Passing(Status.UNCLEAR, speaking) if speaking else Passing()


def _weighed(
    values: Mapping[str, float], searched: tuple[Searched, ...], sentences: tuple[Searched, ...], number: int
) -> Passing:
    """Unclear where a passage or a sentence speaks of the promise, or a lapse is not probable enough; else lapsed."""
    weights = lapse_weights()
    signs = weights.weighed(values)
    probability = weights.probability(signs)
    speaking = tuple(row for row in searched if row.score >= MENTION) or sentences
    if speaking:
        return Passing(Status.UNCLEAR, speaking, signs=signs, probability=probability)
    lapsed = Passing(Status.LAPSED, searched, number, signs, probability)
    return lapsed if probability >= weights.bar else _in_doubt(lapsed)


def _in_doubt(lapsed: Passing) -> Passing:
    """Unclear in the place of lapsed, with the passages that come nearest."""
    nearest = tuple(row for row in lapsed.searched if row.passage is not None)
    return replace(lapsed, status=Status.UNCLEAR, searched=nearest, speaks=False)


def _numbers(draft: ThreadDraft) -> frozenset[str]:
    """Those that what it promises is registered under."""
    facts = (draft.facts[row.id] for row in draft.members if isinstance(row, Commitment))
    return frozenset(chain.from_iterable(row.numbers | row.registered for row in facts))


def promised_thing(draft: ThreadDraft) -> dict[Term, float]:
    """The nouns that name what the firm dated promises of a draft are about, with their informativeness.

    What a relative clause dates ("een kader, dat in mei gereed is") is named in the clause before it, in one passage.
    """
    firm = [row for row in draft.members if isinstance(row, Commitment) and row.firmness is Firmness.FIRM]
    dated = {(row.letter, row.passage) for row in firm if row.deadline is not None}
    found: dict[Term, float] = {}
    for row in firm:
        if (row.letter, row.passage) in dated:
            words = [word for phrase in draft.facts[row.id].noun_phrases for word in phrase.words]
            for term in terms_of(words, NO_NAMES):
                if not is_party(term) and not is_generic(term):
                    found[term] = informativeness(term[0])
    return {term: weight for term, weight in found.items() if weight >= NAMES_A_THING}


def promised_words(draft: ThreadDraft) -> dict[Term, float]:
    """All words of the promises of a draft but for who takes part, each with how much it counts (0..1).

    A promise that points back, or starts from what is known, is named by the sentence before it.
    """
    found: dict[Term, float] = {}
    for row in draft.members:
        if isinstance(row, Commitment):
            facts = draft.facts[row.id]
            leans = facts.points_back or facts.taken_up
            before = facts.before[0].words if leans and facts.before else ()
            taking_part = {*terms_of((*facts.capitals, *facts.actor), NO_NAMES)}
            for words, counts in ((facts.topic, 1.0), (before, BEFORE)):
                for term in terms_of(words, NO_NAMES):
                    if term not in taking_part and not is_party(term):
                        found[term] = max(found.get(term, 0.0), counts)
    return found


def _papers(draft: ThreadDraft) -> frozenset[str]:
    """The subjects of the plans, memoranda and the like that the draft promises to deliver: they may be renamed."""
    made = (row for row in draft.members if isinstance(row, Commitment) and row.kind in _PAPERS)
    firm = (row for row in made if row.firmness is Firmness.FIRM and row.deadline is not None)
    return frozenset(subject for row in firm for subject in subjects_of(draft.facts[row.id].topic))


def _open_until(draft: ThreadDraft, reading: StepReading) -> dt.date | None:
    """The last day by which a firm promise of the draft was due; None where it has no date, or lost it.

    What lasts until a day is not due on it: it may simply end; nor is what goes on. What names nothing, or was past
    when it was told, cannot be missed.
    """
    members: Sequence[AnyStatement] = draft.members
    if reading.slips and reading.slips[-1].new_end is None:
        moved = next(at for at, row in enumerate(members) if row.id == reading.slips[-1].to_ref)
        members = [row for row in members[moved:] if row.letter != members[moved].letter]
    ends = [
        row.deadline.end
        for row in members
        if isinstance(row, Commitment)
        and row.firmness is Firmness.FIRM
        and row.id not in draft.vague
        and row.id not in reading.overruled
        and row.deadline is not None
        and row.deadline.end is not None
        and row.deadline.start is not None
        and is_ahead(row.deadline)
        and Cue.RECURRING not in draft.facts[row.id].cues
    ]
    known = {row.id for row in members}
    moved_to = [slip.new_end for slip in reading.slips if slip.new_end is not None and slip.to_ref in known]
    stands = [step.old_end for step in reading.steps if step.step is StepKind.REPEATED and step.old_end is not None]
    return max([*ends, *moved_to, *stands], default=None)


def _written(letter: Letter) -> dt.date:
    """The latest day on which a letter can have been written; one that nobody can date is never after anything."""
    return letter.latest or letter.anchor or dt.date.min


def _as_searched(row: AnyStatement) -> Searched:
    """A statement of the thread itself that speaks of the promise."""
    return Searched(letter=row.letter, passage=row.passage, text=excerpt(row.quote, EXCERPT), score=1.0)
