"""Sheets as Markdown and as HTML. Every value that a template writes is escaped for its form; none is markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from tracker.reports.pen import GLUE
from tracker.reports.safe import plain
from tracker.reports.sheet import Sheet

_MARKDOWN = re.compile(r"([\\`*_\[\]#|~!])")
"""The signs that begin something in Markdown inside a line; angle brackets and ampersands are escaped as in HTML."""


def markdown(sheets: Sequence[Sheet]) -> str:
    """Sheets as CommonMark that also reads well as it is."""
    return _environment("md").get_template("sheet.md").render(sheets=sheets).rstrip("\n") + "\n"


def html(sheets: Sequence[Sheet]) -> str:
    """Sheets as one page that needs nothing beside it: no script, no font, no picture from elsewhere."""
    return _environment("html").get_template("sheet.html").render(sheets=sheets)


@cache
def _environment(form: str) -> Environment:
    finalize = {"md": _in_markdown, "html": _in_html}[form]
    return Environment(
        loader=PackageLoader("tracker.reports", "templates"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


def _in_markdown(value: object) -> Markup:
    """A value as one line of Markdown in which nothing is markup."""
    line = str(escape(plain(str(value)).replace(GLUE, " "))).replace("&#39;", "'").replace("&#34;", '"')
    return Markup(_MARKDOWN.sub(r"\\\1", line))  # noqa: S704 - escaped above


def _in_html(value: object) -> Markup:
    """A value as text of an HTML page."""
    return escape(plain(str(value)))
