"""Made-up letters of headings and paragraphs, to be aligned."""

from __future__ import annotations

from hypothesis import strategies as st

from tracker.model import Letter, Passage, PassageKind, Section

Part = tuple[str, *tuple[str, ...]]
"""A heading, with a # for each level below the first, and the paragraphs under it."""

WATER = "De waterschappen verhogen de dijken langs de rivieren; de dijkverzwaring loopt tot het droge seizoen."
NOISE = "Het geluidsregister meet de hinder rond luchthavens; omwonenden lezen de meetpunten en de hinder mee."
HOUSES = "Woningcorporaties bouwen betaalbare huurwoningen; de huurwoningen komen in krimpgebieden met leegstand."
CARE = "De wijkverpleging krijgt een nieuw tarief; wijkverpleegkundigen en huisartsen stemmen de thuiszorg af."


def letter(name: str, *parts: Part) -> Letter:
    sections: list[Section] = []
    passages: list[Passage] = []
    for order, (heading, *bodies) in enumerate(parts, start=1):
        level = heading.count("#") + 1
        parent = next((s.id for s in reversed(sections) if s.level < level), None)
        sections.append(Section(f"{name}/s{order}", heading.lstrip("#"), level, order, parent))
        texts = [(PassageKind.HEADING, heading.lstrip("#")), *((PassageKind.PARAGRAPH, body) for body in bodies)]
        for kind, text in texts:
            passages.append(Passage(f"{name}/p{len(passages) + 1}", sections[-1].id, kind, text, (), 1))
    return Letter(name, f"{name}.txt", "", tuple(passages), tuple(sections))


PARTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["1. Dijken", "Dijken", "2. Huur", "#Huur", "#Thuiszorg", "##Zorg", "Tot slot", "Slot", "72.", "#"]
        ),
        st.sampled_from([WATER, NOISE, HOUSES, CARE, "", WATER + " " + CARE]),
    ),
    max_size=7,
)
