"""The closed words of the model as a face says them: statuses, kinds, outcomes, relations, and the reasons of steps."""

from __future__ import annotations

from tracker.views.i18n import marked, say

WORDS = frozenset(
    {
        # statuses and steps
        marked("promised"),
        marked("repeated"),
        marked("changed"),
        marked("postponed"),
        marked("delivered"),
        marked("dropped"),
        marked("lapsed"),
        marked("progress"),
        marked("silent"),
        # kinds and firmness
        marked("inform"),
        marked("deliver"),
        marked("start"),
        marked("legislate"),
        marked("fund"),
        marked("evaluate"),
        marked("target"),
        marked("continue"),
        marked("firm"),
        marked("soft"),
        # outcomes
        marked("in_progress"),
        marked("delayed"),
        marked("extended"),
        marked("cancelled"),
        marked("declined"),
        # relations of sections
        marked("same"),
        marked("renamed"),
        marked("split"),
        marked("merged"),
        marked("moved"),
        marked("new"),
        marked("gone"),
        # where a date comes from
        marked("header"),
        marked("manifest"),
        marked("inferred"),
        marked("unknown"),
        # the actor of what a letter's own signatories promise
        marked("cabinet"),
    }
)
"""Every value of an enum that a face shows."""

LEADS = {
    "was": marked("was"),
    "now": marked("now"),
    "moved": marked("put off"),
    "why": marked("why"),
    "words": marked("words"),
}
"""What a note is to its entry, by the key that programs know it by."""

REASONS = (
    marked("said for the first time in these letters"),
    marked("later deadline for the same act"),
    marked("renamed: same partners and purpose in an aligned section"),
    marked("its words say that the substance changes"),
    marked("said again"),
    marked("the letter says how it goes"),
    marked("the letter says that it changes"),
    marked("the letter says that it is done"),
    marked("the letter says that it does not go through"),
    marked("the letter says that it is delayed"),
    marked("the letter says that it is extended"),
)
"""Why a step is read as what it is; a rule may stand before it and words of the letter behind it."""


def word(value: str) -> str:
    """A value of the model in the language spoken; what is none of WORDS (the name of an actor) as it is."""
    return say(value) if value in WORDS else value


def lead(key: str) -> str:
    """What a note is to its entry, in the language spoken."""
    return say(LEADS[key]) if key in LEADS else key


def reason(why: str) -> str:
    """The reason of a step, its rule and the letter's words as they are."""
    known = max((row for row in REASONS if row in why), key=len, default="")
    return why.replace(known, say(known), 1) if known else why
