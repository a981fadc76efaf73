"""A drawing as part of a page."""

from __future__ import annotations

from tracker.render.svg_embed import inlined

DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">
<metadata>matplotlib</metadata><defs><style>*{}</style><path id="m1"/></defs>
<g id="figure_1"><use xlink:href="#m1" fill="#123456"/><rect clip-path="url(#m1)"/></g></svg>"""


def test_its_ids_are_its_own_and_its_colours_those_of_the_page() -> None:
    svg = str(inlined(DRAWING, "slips", "Uitstel <b>", "Wat verschoof", {"#123456": "--promised"}))
    assert 'id="slips-m1"' in svg
    assert 'href="#slips-m1"' in svg
    assert "url(#slips-m1)" in svg
    assert "figure_1" not in svg
    assert 'fill="var(--promised)"' in svg


def test_it_is_named_and_says_nothing_of_its_maker_or_size() -> None:
    svg = str(inlined(DRAWING, "slips", "Uitstel <b>", "Wat verschoof", {"#123456": "--x"}))
    assert '<title id="slips-title">Uitstel &lt;b&gt;</title><desc id="slips-desc">Wat verschoof</desc>' in svg
    assert not [word for word in ("matplotlib", "<style", "width=", "xlink") if word in svg]
