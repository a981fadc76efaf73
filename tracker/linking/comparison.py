"""What two statements agree and disagree in besides their words: the comparison vector of record linkage, weighed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tracker.extraction.cues import Cue
from tracker.language.informativeness import informativeness
from tracker.language.resources import entries
from tracker.language.terms import Term, deliverable_types, is_doing, tells_nothing_alone
from tracker.linking.evidence_parts import absent, found, part, stated
from tracker.linking.profile import StatementProfile
from tracker.linking.quote_overlap import last_day
from tracker.linking.recalled_promises import recalls
from tracker.linking.shared_context import shares_only_place
from tracker.linking.stages import unlike_numbers, unlike_stages
from tracker.linking.vocabulary import Vocabularies
from tracker.linking.weights import INFORMATIVE, NAMED, NEAR, STRONG, WEIGHTS
from tracker.model import AnyStatement, Commitment, Deadline, Firmness, Kind, LinkPart, Outcome, StatusReport
from tracker.statuses import MOVING

_FIRST = dt.date.min
"""The day that is taken of a letter that has none."""
_INFORMING = frozenset({Kind.INFORM, Kind.EVALUATE, Kind.DELIVER})
_LASTING = frozenset({Kind.CONTINUE, Kind.FUND, Kind.TARGET})
_UNMET = MOVING | {Outcome.CANCELLED}

SAME_WORDS = "same-words"
"""The part that says that a sentence stands again, word for word but for its date."""
RENAMED, FUNDED = "renaming", "funding"
"""The parts that say that one thing seems to have got another name."""


def compare(one: StatementProfile, other: StatementProfile, words: Vocabularies, kinship: float) -> list[LinkPart]:
    """What speaks for one promise, or against it, besides the words shared; `kinship` of their sections is 0..1."""
    near = kinship >= WEIGHTS.aligned_section
    fund = _paid_for(one, other, words) if near else ""
    thing = _same_thing(one, other) if near else ""
    head = _same_head(one, other, words) if near and not fund else ""
    return [
        stated("sections", WEIGHTS.aligned, near),
        found("headings", WEIGHTS.same_heading, _same_heading(one, other)),
        _forms(one, other),
        found("stages", WEIGHTS.unlike_stage, _unlike(one, other)),
        found(RENAMED, WEIGHTS.renaming, head),
        found(FUNDED, WEIGHTS.renaming, fund),
        _years(one, other),
        *_kinds(one, other),
        _deadlines(one.due, other.due),
        found(SAME_WORDS, WEIGHTS.same_words, said_again(one, other) if near else ""),
        found("thing", WEIGHTS.same_thing, thing),
        found("settled", WEIGHTS.settled, _settles(other, thing)),
        found("references", WEIGHTS.same_reference, _references(one, other)),
        found("retold", WEIGHTS.retold, _retold(one, other)),
    ]


def is_tentative(row: AnyStatement) -> bool:
    """Whether it is a report only where an earlier letter promises what it speaks of."""
    return isinstance(row, StatusReport) and row.tentative


def happened_before(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether what a statement reports as done was done before the day of an earlier letter that promises it.

    A letter that lists what was promised with what became of it tells of days before its own.
    """
    told = report.statement
    if not isinstance(told, StatusReport) or told.when is None or told.when.end is None:
        return False
    if told.letter == promise.statement.letter:
        return False
    return promise.written is not None and told.when.end < promise.written


def is_due_delivery(promise: StatementProfile, report: StatementProfile) -> bool:
    """Whether a statement reports that something was done after the day from which on a promise was due."""
    said, told = promise.statement, report.statement
    if not isinstance(said, Commitment) or not isinstance(told, StatusReport) or said.deadline is None:
        return False
    due = said.deadline.start or said.deadline.end
    if happened_before(promise, report):
        return False
    return (
        told.outcome is Outcome.DELIVERED and due is not None and report.written is not None and due <= report.written
    )


def _unlike(one: StatementProfile, other: StatementProfile) -> str:
    """The stages or numbers by which they are of two things."""
    return (
        unlike_stages(one.stages, other.stages)
        or unlike_numbers(one.facts.topic, other.facts.topic)
        or _unlike_registered(one.numbered, other.numbered)
        or ("≠" if shares_only_place(one, other) else "")
    )


def _unlike_registered(mine: frozenset[tuple[str, str]], yours: frozenset[tuple[str, str]]) -> str:
    """The numbers of registered promises that both have, where none of them is of both."""
    return " / ".join(min(rows)[1] for rows in (mine, yours)) if mine and yours and mine.isdisjoint(yours) else ""


def evidence(word: str, words: Vocabularies) -> float:
    """How much it tells that a word stands in two statements of these letters, in nats."""
    return min(words[0].idf(word), words[1].idf(word))


def _retold(promise: StatementProfile, other: StatementProfile) -> str:
    """What a later recalling names of a promise for the same last day, and nothing else: "toegezegd in december …"."""
    both = isinstance(promise.statement, Commitment) and isinstance(other.statement, Commitment)
    if not both or not recalls(other.facts):
        return ""
    day = last_day(other)
    same = day is not None and day == last_day(promise) and other.named <= promise.named
    return ", ".join(sorted(other.named)) if same else ""


def _same_head(one: StatementProfile, other: StatementProfile, words: Vocabularies) -> str:
    """The head that two unlike compounds of the quotes share ("waterberaad", "rivierenberaad"), if it tells enough.

    The quotes name the same form too, and have another word in common.
    """
    if not one.forms & other.forms or not one.own & other.own:
        return ""
    mine = {term[-1] for term in one.own - other.own if len(term) > 1}
    yours = {term[-1] for term in other.own - one.own if len(term) > 1}
    return ", ".join(sorted(head for head in mine & yours if evidence(head, words) >= STRONG))


def _paid_for(one: StatementProfile, other: StatementProfile, words: Vocabularies) -> str:
    """The fund that both name, where the first speaks of an application and the second of being paid."""
    if Cue.APPLYING not in one.facts.sentence_cues or Cue.PAYING not in other.facts.sentence_cues:
        return ""
    endings = tuple(entries("links", "funds").get("endings", ()))
    funds = [term[0] for term in one.weights if term[0].endswith(endings) and _near_both(term, one, other)]
    return ", ".join(funds) if any(evidence(fund, words) >= STRONG for fund in funds) else ""


def _near_both(term: Term, one: StatementProfile, other: StatementProfile) -> bool:
    return min(one.weights[term], other.weights.get(term, 0.0)) >= NEAR


def said_again(one: StatementProfile, other: StatementProfile) -> str:
    """The words of two quotes that are the same but for their dates, unless they leave their subject to others.

    However common its words are, a sentence that stands again in the same section promises the same; so does one that
    goes on where the other ends. To deny it is another thing.
    """
    same = (one.said == other.said or _written_alike(one, other)) and len(one.said) > 1
    if not same and not _goes_on(one.facts.topic, other.facts.topic):
        return ""
    if one.facts.points_back or other.facts.points_back or (Cue.DENYING in one.facts.cues) != _denies(one, other):
        return ""
    names = any(deliverable_types(term) or not tells_nothing_alone(term) for term in one.own & other.own)
    return " ".join(term[0] for term in one.order) if names else ""


def _written_alike(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether they are the same letters: compounds are written with a space, a hyphen or as one."""
    mine, yours = ("".join(row.facts.topic).replace("-", "") for row in (one, other))
    return bool(mine) and mine == yours


def _denies(one: StatementProfile, other: StatementProfile) -> bool:
    """Whether the part of the second that answers the first denies something."""
    if _goes_on(one.facts.topic, other.facts.topic):
        return other.facts.denies_within(len(one.facts.topic))
    return Cue.DENYING in other.facts.cues


def _goes_on(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of one sentence, dates left out, stand at the head of another."""
    return len(one) >= WEIGHTS.least_said and tuple(other[: len(one)]) == tuple(one)


def _same_thing(one: StatementProfile, other: StatementProfile) -> str:
    """The noun phrase of a promise that a later report starts from, with nothing in it that the promise has not.

    "Wij verhogen de havengelden": "de verhoging van de havengelden" is the same. Of what is late or given up the noun
    of the act may be new: "de bouw van de brug is vertraagd" tells of the bridge that was promised.
    """
    if not isinstance(other.statement, StatusReport) or isinstance(one.statement, StatusReport):
        return ""
    unmet = other.statement.outcome in _UNMET
    telling = [phrase for phrase in other.things if any(informativeness(term[0]) >= NAMED for term in phrase)]
    for first in telling[: 2 if unmet and Cue.EXPLAINING in other.facts.cues else 1]:  # "door bezwaren loopt …"
        started = _without_doing(first) if unmet else first
        for phrase in one.things:
            thing = _without_doing(phrase) if unmet else phrase
            if thing and thing <= started <= one.own | phrase:
                return " ".join(term[0] for term in sorted(started))
    return ""


def _without_doing(phrase: frozenset[Term]) -> frozenset[Term]:
    return frozenset(term for term in phrase if not is_doing(term))


def _settles(report: StatementProfile, thing: str) -> str:
    """The thing of a promise where a report says what is told of promised things only: late, given up, enclosed."""
    statement = report.statement
    if not thing or not isinstance(statement, StatusReport):
        return ""
    return thing if statement.outcome in _UNMET or Cue.ENCLOSED in report.facts.sentence_cues else ""


def _years(one: StatementProfile, other: StatementProfile) -> LinkPart:
    """The longer after its day, the less likely that a letter still speaks of a promise."""
    years = years_on(one, other)
    if years <= 0:
        return _absent_for_years()
    return part("years", min(WEIGHTS.most_years / WEIGHTS.year, years), -WEIGHTS.year)


def years_on(one: StatementProfile, other: StatementProfile) -> float:
    """So many years after a promise is fresh, by its day or its letter's, a letter speaks of it; 0 where it is."""
    older, newer = (other, one) if (other.written or _FIRST) < (one.written or _FIRST) else (one, other)
    since = older.due.end if older.due is not None and older.due.end is not None else older.written
    if since is None or newer.written is None or one.statement.letter == other.statement.letter:
        return 0.0
    return max(0.0, (newer.written - since).days / 365.25 - WEIGHTS.fresh_years)


def _absent_for_years() -> LinkPart:
    return absent("years", -WEIGHTS.year)


def _same_heading(one: StatementProfile, other: StatementProfile) -> str:
    """The one word that tells what either quote is about, where both sections are called after it."""
    common = one.title & other.title and one.own & other.own & one.title & other.title
    found = (term for term in common if informativeness(term[0]) >= INFORMATIVE)
    return next((term[0] for term in sorted(found) if _only(one, term) and _only(other, term)), "")


def _only(subject: StatementProfile, term: Term) -> bool:
    others = subject.own - subject.parties - {term}
    return not any(informativeness(row[0]) >= INFORMATIVE and not tells_nothing_alone(row) for row in others)


def _forms(one: StatementProfile, other: StatementProfile) -> LinkPart:
    """The forms (plan, law, pilot …) that the quotes name: the same, unlike ones, or none to compare."""
    if common := one.forms & other.forms:
        return found("forms", WEIGHTS.same_form, ", ".join(sorted(common)))
    if one.forms and other.forms:
        return found("forms", WEIGHTS.unlike_form, " ≠ ".join(", ".join(sorted(row.forms)) for row in (one, other)))
    return found("forms", WEIGHTS.same_form, "")


def _kinds(mine: StatementProfile, yours: StatementProfile) -> list[LinkPart]:
    """Kinds that do not go together, and efforts that nobody can check, count against."""
    if _prolongs(mine, yours) or _prolongs(yours, mine):
        return [part("prolonged", 1.0, WEIGHTS.prolonged)]
    one, other = mine.statement, yours.statement
    if isinstance(one, StatusReport) or isinstance(other, StatusReport):
        past = isinstance(one, StatusReport) and one.outcome is Outcome.DELIVERED and one.letter != other.letter
        return [stated("reported-before", WEIGHTS.past, past)]
    unlike = (one.kind in _INFORMING and other.kind in _LASTING) or (one.kind in _LASTING and other.kind in _INFORMING)
    soft = one.firmness is Firmness.SOFT and other.firmness is Firmness.SOFT
    return [
        found("unlike-kinds", WEIGHTS.unlike_kind, f"{one.kind} ≠ {other.kind}" if unlike else ""),
        stated("both-soft", WEIGHTS.both_soft, soft),
    ]


def _prolongs(mine: StatementProfile, yours: StatementProfile) -> bool:
    """Whether the first is something in force until a day, and the second says that it goes on longer."""
    one, other = mine.statement, yours.statement
    if not isinstance(one, Commitment) or one.kind is not Kind.CONTINUE or one.deadline is None:
        return False
    if isinstance(other, StatusReport):
        return other.outcome is Outcome.EXTENDED
    return other.kind is Kind.CONTINUE and Cue.POSTPONING in yours.facts.cues


def _deadlines(mine: Deadline | None, yours: Deadline | None) -> LinkPart:
    """Equal dated deadlines speak for one promise, overlapping ones a little."""
    if mine is None or yours is None or mine.end is None or yours.end is None:
        return absent("deadlines", WEIGHTS.same_deadline)
    if (mine.start, mine.end) == (yours.start, yours.end):
        return found("deadlines", WEIGHTS.same_deadline, f"{mine.start or '..'}/{mine.end}")
    start, end = max(mine.start or mine.end, yours.start or yours.end), min(mine.end, yours.end)
    if start > end:
        return absent("deadlines", WEIGHTS.same_deadline)
    return part("deadlines", WEIGHTS.near_deadline, WEIGHTS.same_deadline, f"{start}/{end}")


def old_day(one: Commitment | StatusReport, other: Commitment | StatusReport) -> LinkPart:
    """Whether the later one reports as the old day, or term, the very one that the earlier one promises."""
    mine = one.deadline if isinstance(one, Commitment) else None
    told = other.old_deadline if isinstance(other, StatusReport) else None
    if mine is None or told is None or mine.end is None or (mine.start, mine.end) != (told.start, told.end):
        return found("old-day", 1.0, "")
    return found("old-day", 1.0, str(mine.end))


def _references(one: StatementProfile, other: StatementProfile) -> str:
    """The motions and registered promises named by both."""
    if not one.identified or not other.identified:
        return ""
    return ", ".join(sorted(f"{kind} {id_}" for kind, id_ in one.identified & other.identified))
