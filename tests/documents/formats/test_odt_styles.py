"""How styles of OpenDocument print, and the marks of its lists."""

from __future__ import annotations

from lxml import etree

from tracker.documents.formats.odt_styles import OdtLists, OdtStyles, OdtType, odf

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("style", "text", "office")
)
FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
STYLES = f"""<office:styles {SPACES} {FO}>
<style:style style:name="base"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="child" style:parent-style-name="base">
<style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="plain" style:parent-style-name="base">
<style:text-properties fo:font-weight="normal"/></style:style>
<style:style style:name="gone"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="loop" style:parent-style-name="loop"/>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-bullet text:level="2"/></text:list-style>
</office:styles>"""


def styles() -> OdtStyles:
    return OdtStyles(etree.fromstring(STYLES))


def test_what_a_style_does_not_say_the_one_below_it_does() -> None:
    known = styles()
    assert known.type_of("child") == OdtType(bold=True, italic=True)
    assert known.type_of("plain") == OdtType()
    assert known.type_of("gone") == OdtType(struck=True)


def test_a_style_that_is_unknown_or_rests_on_itself_is_plain() -> None:
    assert styles().type_of(None) == styles().type_of("none") == styles().type_of("loop") == OdtType()


def test_items_are_counted_and_bullets_are_none() -> None:
    text = etree.fromstring(
        f"""<office:text {SPACES}><text:list text:style-name="L"><text:list-item><text:p/></text:list-item>
        <text:list-item><text:list><text:list-item><text:p/></text:list-item></text:list></text:list-item>
        </text:list></office:text>"""
    )
    first, _, inner = text.iter(odf("text:list-item"))
    lists = OdtLists(styles())
    assert lists.mark(first) == "1."
    assert lists.mark(inner) == "•"
