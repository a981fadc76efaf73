"""One walk over a marked-up document: the blocks that its elements make."""

from __future__ import annotations

from lxml import etree

from tracker.documents.formats.markup import MarkupWalk, Meaning, Role, element_text
from tracker.documents.layout.blocks import Printed
from tracker.model import PassageKind

ROLES = {
    "p": Meaning(Role.BLOCK),
    "h": Meaning(Role.HEADING, level=2),
    "li": Meaning(Role.ITEM, mark="•"),
    "b": Meaning(Role.BOLD),
    "nav": Meaning(Role.SKIP),
    "br": Meaning(Role.BREAK),
}


def blocks(text: str) -> list[tuple[str, PassageKind | None, str | None, float]]:
    walk = MarkupWalk(lambda element: ROLES.get(str(element.tag)))
    walk.read(etree.fromstring(f"<doc>{text}</doc>"))
    source = walk.draft.source(Printed())
    return [
        (" ".join(source.text[a:b] for a, b in block.spans), block.kind, block.mark, block.emphasis)
        for block in source.blocks
    ]


def test_paragraphs_headings_and_items() -> None:
    assert blocks("<h>Kop</h><p>Een brug.</p><li>Twee.</li>") == [
        ("Kop", PassageKind.HEADING, None, 0.0),
        ("Een brug.", None, None, 0.0),
        ("Twee.", PassageKind.LIST_ITEM, "•", 0.0),
    ]


def test_what_is_skipped_is_no_text_and_what_has_no_role_runs_on() -> None:
    assert blocks("<p>Een <x>lange</x> brug.<nav>Menu</nav></p>") == [("Een lange brug.", None, None, 0.0)]


def test_a_break_parts_words() -> None:
    assert blocks("<p>Een<br/>brug.</p>") == [("Een\nbrug.", None, None, 0.0)]


def test_bold_is_told() -> None:
    ((_, _, _, wholly), (_, _, _, partly)) = blocks("<p><b>Brug</b></p><p><b>Brug</b> weg.</p>")
    assert wholly == 1.0 > partly > 0


def test_text_of_leaves_out_comments() -> None:
    assert element_text(etree.fromstring("<p>Een <b>lange</b><!-- nee --> brug.</p>")) == "Een lange brug."
