"""The templates of pages. Every value that a template writes is escaped for its form; none is markup."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from tracker.i18n.catalog import gettext, number
from tracker.text.escape import plain
from tracker.views.citations import file_link
from tracker.views.colours import page
from tracker.views.labels import lead, word
from tracker.views.sheet import ReportView, ViewTable, facts
from tracker.views.text_style import GLUE

_MARKDOWN = re.compile(r"([\\`*_\[\]#|~!])")
"""The signs that begin something in Markdown inside a line; angle brackets and ampersands are escaped as in HTML."""


def template(form: Literal["md", "html"]) -> Template:
    """The template of a sheet in Markdown or HTML."""
    return environment_of(form).get_template(f"sheet.{form}")


@cache
def environment_of(form: str) -> Environment:
    """What templates of a form ("md", "html") are rendered with; a name that nobody gives is an error."""
    finalize = {"md": in_markdown, "html": _in_html}[form]
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
        "facts": facts,
        "anchors": _anchors,
        "is_figures": _is_figures,
        "lead": lead,
        "number": number,
        "beside": file_link,
        "isinstance": isinstance,
        "int": int,
        "status_colours": _status_colours,
    }
    return environment


def _is_figures(table: ViewTable, at: int) -> bool:
    """Whether a column of a table holds figures, though some of its cells may hold none."""
    return any(isinstance(row[at], int) for row in table.rows)


def _anchors(sheet: ReportView, several: bool) -> str:
    """How the anchors of a sheet begin: with its letter where several share a page, else they stand alone."""
    return f"{sheet.key}-" if several else ""


def _status_colours(mode: str) -> Markup:
    """The colours of the statuses as variables of the page: "--promised: #5c7ea3; …"."""
    return Markup(" ".join(f"--{name}: {colour};" for name, colour in page(mode).items()))  # noqa: S704 - all ours


def in_markdown(value: object) -> Markup:
    """A value as one line of Markdown in which nothing is markup."""
    line = str(escape(plain(str(value)).replace(GLUE, " "))).replace("&#39;", "'").replace("&#34;", '"')
    return Markup(_MARKDOWN.sub(r"\\\1", line))  # noqa: S704 - escaped above


def _in_html(value: object) -> Markup:
    """A value as text of an HTML page; a drawing as it is."""
    return value if isinstance(value, Markup) else escape(plain(str(value)))
