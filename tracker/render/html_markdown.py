"""Sheets as Markdown and as HTML. Every value that a template writes is escaped for its form; none is markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from tracker.i18n.catalog import gettext, language, number
from tracker.text.escape import plain
from tracker.views.citations import beside
from tracker.views.labels import lead, word
from tracker.views.sheet import ReportView
from tracker.views.text_style import GLUE

_MARKDOWN = re.compile(r"([\\`*_\[\]#|~!])")
"""The signs that begin something in Markdown inside a line; angle brackets and ampersands are escaped as in HTML."""


def markdown(sheets: Sequence[ReportView], base: str = "") -> str:
    """Sheets as CommonMark that also reads well as it is; `base` is the collection as seen from the page."""
    return _environment("md").get_template("sheet.md").render(sheets=sheets, base=base).rstrip("\n") + "\n"


def html(sheets: Sequence[ReportView], base: str = "") -> str:
    """Sheets as one page that needs nothing beside it: no script, no font, no picture from elsewhere."""
    from tracker.render.charts import charts

    page = _environment("html").get_template("sheet.html")
    return page.render(sheets=sheets, base=base, charts=charts, language=language() or "en")


@cache
def _environment(form: str) -> Environment:
    finalize = {"md": _in_markdown, "html": _in_html}[form]
    environment = Environment(
        loader=PackageLoader("tracker.render", "templates"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "gettext": gettext,
        "word": word,
        "lead": lead,
        "number": number,
        "beside": beside,
        "isinstance": isinstance,
        "int": int,
    }
    return environment


def _in_markdown(value: object) -> Markup:
    """A value as one line of Markdown in which nothing is markup."""
    line = str(escape(plain(str(value)).replace(GLUE, " "))).replace("&#39;", "'").replace("&#34;", '"')
    return Markup(_MARKDOWN.sub(r"\\\1", line))  # noqa: S704 - escaped above


def _in_html(value: object) -> Markup:
    """A value as text of an HTML page; a drawing as it is."""
    return value if isinstance(value, Markup) else escape(plain(str(value)))
