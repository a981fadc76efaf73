"""The closed words of the model as a face says them: statuses, kinds, outcomes, relations, and the reasons of steps."""

from __future__ import annotations

from tracker.i18n.catalog import N_, PLAIN, gettext, language, text_of, words_of
from tracker.i18n.message import Message, Text
from tracker.model import DateSource, Firmness, Kind, Lateness, Outcome, Relation, Status, StepKind, Thread
from tracker.temporal.grammar import meanings

WORDS = frozenset(
    str(value) for kinds in (Status, StepKind, Kind, Firmness, Outcome, Relation, DateSource) for value in kinds
) | {"cabinet", "sender"}
"""Every value of an enum that a face shows; its message is "word." and the value."""

LEADS = frozenset({"was", "now", "moved", "near", "why", "words"})
"""What a note is to its entry, by the key that programs know it by; its message is "lead." and the key."""

RULES = frozenset(
    {
        "answered-in-row",
        "comes-later",
        "decision",
        "due",
        "few-shared-words",
        "funded",
        "lapse",
        "missing",
        "points-back",
        "register",
        "renamed",
        "restated",
        "same-delay",
        "same-number",
        "same-reference",
        "same-section-and-word",
        "same-sentence",
        "same-thing",
        "same-words",
        "same-words-and-deadline",
        "silence",
        "spoken",
        "summed-up",
    }
)
"""The rules of links and verdicts, by which evidence is named; the message is "rule." and the name."""

_LATENESS = {
    Lateness.LATE: N_("word.late"),
    Lateness.ON_TIME: N_("lateness.on-time"),
    Lateness.DEPENDS: N_("lateness.depends"),
    Lateness.UNKNOWN: N_("lateness.unknown"),
}

_PIECES = ("clause", "tense", "subject", "key", "passage")

_UNTOLD = {"silent": N_("commit.silent"), "doubted": N_("commit.doubted"), "coming": N_("commit.coming")}
"""Blocks of a new letter's report that neither a step of it nor a status names."""

_COUNTED = {"coming": N_("news.count.coming"), "silent": N_("news.count.silent")}
"""Those whose number stands otherwise in a sentence than before the word."""

PASSES = frozenset(
    {
        "identical",
        "same number and heading",
        "same heading",
        "heading alike",
        "content alike",
        "moved",
        "split and merged",
        "no match",
    }
)
"""The passes that match sections; the message is "pass." and the name, its words joined."""


def word(value: str) -> str:
    """A value of the model in the language spoken; what is none of WORDS (the name of an actor) as it is."""
    return gettext(f"word.{value}") if value in WORDS else value


def piece_of_news(key: str) -> str:
    """What the entries of a block of a new letter's report are, in a word or two."""
    return gettext(_UNTOLD[key]) if key in _UNTOLD else word(key)


def counted_news(key: str, number: int) -> str:
    """So many entries of a block of a new letter's report, as they stand in a sentence."""
    return gettext(_COUNTED[key], number=number) if key in _COUNTED else f"{number} {piece_of_news(key)}"


def lead(key: str) -> str:
    """What a note is to its entry, in the language spoken."""
    return gettext(f"lead.{key}") if key in LEADS else key


def lateness(value: Lateness) -> str:
    """Whether what was promised came late, in the language spoken."""
    return gettext(_LATENESS[value])


def read_by(name: str) -> str:
    """The rule that read a statement: by its name where no language is asked for, else by what it means."""
    return name if language() == PLAIN else meaning(name).rstrip(".") or name


def reason(why: Text) -> str:
    """Why a thread took a step, its rule as `read_by` tells it."""
    if isinstance(why, Message) and why.id == "step.by-rule":
        known = dict(why.params)
        return gettext(why.id, **known | {"rule": read_by(str(known["rule"]))})
    return text_of(why)


def meaning(name: str) -> str:
    """What the rule that read a statement says, in the language spoken; "" where nobody says it.

    A rule or detector that the catalog does not know is told in the words of its author.
    """
    return words_of(f"ground.{name}", language()) or _by_its_author(name)


def _by_its_author(ground: str) -> str:
    from tracker.extraction.registry import GROUNDS
    from tracker.extraction.rules import means

    return means(ground) or GROUNDS.get(ground, "")


def time_meaning(name: str) -> str:
    """What the rules that read a time say, in the language spoken; `name` joins their ids by "+"."""
    return "; ".join(_time_part(part) for part in name.split("+"))


def _time_part(name: str) -> str:
    """What one rule of time says, or how two times are joined; by its own row where the catalog does not know it."""
    return words_of(f"timex.{name}", language()) or meanings().get(name, name)


def fact(group: str, value: str) -> str:
    """A fact of a clause (its tense, who its subject is, …) in the language spoken; of an unknown language as it is."""
    return words_of(f"fact.{group}.{value}", language()) or value


def feature(name: str) -> str:
    """A feature that a reader weighs ("main.future.subject=government"): by its name where no language is asked for."""
    if language() == PLAIN or name[1:2] == ":":
        return name
    key, _, value = name.partition("=")
    pieces = key.split(".")
    told = " ".join(_piece(piece) for piece in pieces)
    return f"{told}: {fact(pieces[-1], value)}" if value else told


def _piece(name: str) -> str:
    """A piece of the name of a feature: a clause, a tense, a subject, or what is asked of it."""
    return next((said for group in _PIECES if (said := fact(group, name)) != name), name)


def rule(name: str) -> str:
    """The rule of a link or verdict in the language spoken."""
    return gettext(f"rule.{name}") if name in RULES else name


def matching(name: str) -> str:
    """The pass that matched two sections, in the language spoken."""
    return gettext(f"pass.{name.replace(' ', '-')}") if name in PASSES else name


def passed_reason(thread: Thread) -> str:
    """What is known of a deadline that passed without a verdict: whether later letters speak of the promise."""
    if thread.status is not Status.UNCLEAR:
        return gettext("report.due")
    if thread.decided_by:
        return word(thread.status)
    spoken = any(ground.rule == "spoken" for ground in thread.evidence)
    return gettext("report.unclear") if spoken else gettext("report.unclear-near")


def told_by_letters(thread: Thread) -> str:
    """What the letters alone say of a thread of which parliament's register says otherwise; "" of any other."""
    return gettext("report.contested", status=word(thread.by_letters)) if thread.by_letters else ""


def ruled_words(thread: Thread) -> str:
    """Who decided on the status of a thread, or ruled on something else of it; "" where nobody did."""
    if thread.decided_by:
        return gettext("sheet.decided-by", name=thread.decided_by)
    return gettext("sheet.ruled-by", name=thread.ruled_by) if thread.ruled_by else ""
