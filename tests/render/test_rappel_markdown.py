"""Letters of reminder as Markdown."""

from __future__ import annotations

import datetime as dt

from tracker.render.rappel_markdown import write
from tracker.views.rappel import RappelContent, RappelItem, RappelLetter

ITEM = RappelItem("t-1", "*plan*", "Wij | sturen", "p. 1", "eind 2021", "open")
HEADS = ("Wat", "Wanneer", "Stand", "Nieuw", "Reactie")


def letter(to: str) -> RappelLetter:
    return RappelLetter(to, "Stand", "1 mei 2024", "Geachte minister,", ("Graag.",), HEADS, (ITEM,), ("Met groet",))


def test_each_letter_has_a_table_with_room_for_the_reply() -> None:
    one, two = write(RappelContent((letter("Aan A"), letter("Aan B")), dt.date(2024, 5, 1))).split("\n---\n")
    assert ("Aan A" in one, "Aan B" in two) == (True, True)
    row = r"| **\\*plan\\*** “Wij \\| sturen” (p. 1) t-1 | eind 2021 | open |  |  |"
    assert row.replace("\\\\", "\\") in one
    assert one.index("Geachte") < one.index("| Wat |") < one.index("Met groet")


def test_of_no_letters_there_is_nothing() -> None:
    assert write(RappelContent((), None)) == ""
