"""Blocks become sections and passages: what each is, where it stands and what introduces a list."""

from __future__ import annotations

import pytest

from tracker.documents.layout.blocks import Printed
from tracker.documents.layout.builder import Draft, NoteRef
from tracker.documents.structure.outline import Outline, arrange, outline
from tracker.model import PassageKind

TEXT = "De gemeente werkt aan de brug over de rivier."


def made(draft: Draft) -> Outline:
    source = draft.source(Printed())
    return outline("a", arrange(source), source.text)


def test_a_passage_stands_under_the_heading_above_it() -> None:
    draft = Draft()
    draft.add(["1. Water"], PassageKind.HEADING, level=1)
    draft.add(["1.1 Dijken"], PassageKind.HEADING, level=2)
    draft.add([TEXT])
    found = made(draft)
    water, dikes = found.sections
    assert (water.heading, water.level, dikes.parent) == ("1. Water", 1, water.id)
    assert [(row.id, row.section, row.line) for row in found.passages] == [
        ("a/p1", water.id, 1),
        ("a/p2", dikes.id, 3),
        ("a/p3", dikes.id, 5),
    ]


def test_the_sentence_before_a_list_introduces_its_items() -> None:
    draft = Draft()
    draft.add(["Dit is er. Dit doen wij:"])
    draft.add(["de brug"], PassageKind.LIST_ITEM, mark="-")
    draft.add(["de weg"], PassageKind.LIST_ITEM, mark="-")
    _, bridge, road = made(draft).passages
    assert (bridge.text, bridge.mark, bridge.lead_in) == ("de brug", "-", "Dit doen wij:")
    assert road.lead_in == bridge.lead_in


@pytest.mark.parametrize(
    ("before", "introduces"),
    [
        ("Wat gaan we daarvoor doen in 2031?", True),
        ("De brug is oud. Wat gaan we doen?", True),
        ("Maatregelen (2031)", True),
        ("Maatregelen 2031", True),
        ("De brug is oud.", False),
        (f"{TEXT.rstrip('.')} en nog veel meer dan dat, zonder dat er een punt achter deze woorden staat", False),
    ],
)
def test_a_question_or_a_title_introduces_the_list_below_it(before: str, introduces: bool) -> None:
    draft = Draft()
    draft.add([before], PassageKind.PARAGRAPH)
    draft.add(["de brug"], PassageKind.LIST_ITEM, mark="-")
    assert (made(draft).passages[-1].lead_in is not None) == introduces


def test_a_note_stands_in_the_section_of_its_mark() -> None:
    draft = Draft()
    draft.add(["1. Water"], PassageKind.HEADING, level=1)
    draft.add([TEXT, NoteRef("1")])
    draft.add(["2. Wegen"], PassageKind.HEADING, level=1)
    draft.add(["Zie het plan."], PassageKind.FOOTNOTE, mark="1")
    found = made(draft)
    (note,) = (row for row in found.passages if row.kind is PassageKind.FOOTNOTE)
    assert note.section == found.sections[0].id


def test_what_parties_say_in_a_consultation_is_quoted() -> None:
    draft = Draft()
    draft.add(["Vragen en opmerkingen vanuit de fracties"], PassageKind.HEADING, level=1)
    draft.add([TEXT])
    draft.add(["Reactie van de minister"], PassageKind.HEADING, level=1)
    draft.add([TEXT])
    kinds = [row.kind for row in made(draft).passages if row.kind is not PassageKind.HEADING]
    assert kinds == [PassageKind.QUOTE, PassageKind.PARAGRAPH]
