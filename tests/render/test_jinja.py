"""What a template writes is escaped for its form."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from tracker.render.jinja import environment_of, in_markdown
from tracker.views.text_style import GLUE


@pytest.mark.parametrize(
    ("form", "value", "written"),
    [
        ("html", "<b>", "&lt;b&gt;"),
        ("html", Markup("<svg/>"), "<svg/>"),
        ("html", "a\x1b[31m", "a␛[31m"),
        ("md", "*x* <b> `y`", r"\*x\* &lt;b&gt; \`y\`"),
        ("md", f"12{GLUE}mei", "12 mei"),
        ("md", '\'t is "zo"', '\'t is "zo"'),
        ("md", "twee\nregels", "twee regels"),
    ],
)
def test_a_value_is_text(form: str, value: str, written: str) -> None:
    assert environment_of(form).from_string("{{ value }}").render(value=value) == written


def test_a_name_that_nobody_gave_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment_of("html").from_string("{{ nobody }}").render()


def test_markdown_of_a_number_is_the_number() -> None:
    assert in_markdown(3) == "3"
