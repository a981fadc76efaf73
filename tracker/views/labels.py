"""The closed words of the model as a face says them: statuses, kinds, outcomes, relations, and the reasons of steps."""

from __future__ import annotations

from tracker.i18n.catalog import N_, gettext
from tracker.i18n.message import Message
from tracker.model import DateSource, Firmness, Kind, Outcome, Relation, Status, StepKind

WORDS = frozenset(
    str(value) for kinds in (Status, StepKind, Kind, Firmness, Outcome, Relation, DateSource) for value in kinds
) | {"cabinet"}
"""Every value of an enum that a face shows; its message is "word." and the value."""

LEADS = frozenset({"was", "now", "moved", "why", "words"})
"""What a note is to its entry, by the key that programs know it by; its message is "lead." and the key."""

REASONS = (
    N_("step.promised"),
    N_("step.postponed"),
    N_("step.renamed"),
    N_("step.funded"),
    N_("step.changed"),
    N_("step.amount"),
    N_("step.repeated"),
    N_("step.reported-progress"),
    N_("step.reported-changed"),
    N_("step.reported-delivered"),
    N_("step.reported-started"),
    N_("step.reported-dropped"),
    N_("step.reported-delayed"),
    N_("step.reported-extended"),
)
"""Why a step is read as what it is; a rule may stand before it and words of the letter behind it."""


def word(value: str) -> str:
    """A value of the model in the language spoken; what is none of WORDS (the name of an actor) as it is."""
    return gettext(f"word.{value}") if value in WORDS else value


def lead(key: str) -> str:
    """What a note is to its entry, in the language spoken."""
    return gettext(f"lead.{key}") if key in LEADS else key


def reason(why: str) -> str:
    """The reason of a step, its rule and the letter's words as they are."""
    known = max(((str(Message(row)), row) for row in REASONS if str(Message(row)) in why), default=None)
    return why.replace(known[0], gettext(known[1]), 1) if known else why
