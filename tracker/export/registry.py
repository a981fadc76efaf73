"""Every form that something can be written in: one row a form, and what the module that writes it owes.

To add a form: put its module into the folder `forms`, called after what it shows and its own name ("entries_tsv").
Those that need more to be said of them have a row. Modules are imported when their form is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeVar, cast, get_args

if TYPE_CHECKING:
    from tracker.model import Ledger

Subject = Literal["sheets", "entries", "tables", "findings", "letters", "ledger"]
"""What a form shows: whole sheets, only the entries of their blocks, only their tables, the findings of an audit, the
letters of reminder, or the whole ledger."""

TABLES: tuple[Subject, ...] = ("tables", "sheets")
"""The subjects of the forms that a table is written in: those of tables alone, and those of whole sheets."""

Content_contra = TypeVar("Content_contra", contravariant=True)


class Exporter(Protocol[Content_contra]):
    """What a form owes: a module, or an object, with this function.

    The content is a `SheetContent` for sheets, entries and tables, an `AuditContent` for findings, a
    `RappelContent` for letters and a `Ledger` for
    the ledger. The same content gives the same answer, and nothing that a letter says is anything but text in it.
    """

    def write(self, content: Content_contra, /) -> str | bytes:
        """The whole answer: text where it can be printed, else bytes."""


class LedgerExporter(Protocol):
    """What a form of the ledger owes: an `Exporter` of ledgers that also tells what stands in it."""

    def write(self, content: Ledger, /) -> str | bytes:
        """The whole ledger."""

    def schema(self) -> str:
        """The tables or fields of the form, explained."""


class ExportForm(NamedTuple):
    """A form, what it shows, and the module that writes it."""

    name: str
    subject: Subject
    module: str
    suffix: str = ""
    """How the names of its files end; its name where nothing is said."""
    report: bool = False
    """Whether git hooks may write reports in it: text that takes a comment of HTML, in which their stamp stands."""
    shows_tables: bool = True
    """Whether the tables of a sheet are among what it shows."""

    @property
    def ending(self) -> str:
        """How the names of its files end."""
        return f".{self.suffix or self.name}"

    def file_name(self, stem: str) -> str:
        """The name of a file in this form."""
        return stem + self.ending


EXPORTERS: list[ExportForm] = [
    ExportForm("text", "sheets", "tracker.render.text", "txt"),
    ExportForm("text", "tables", "tracker.render.text_records", "txt"),
    ExportForm("md", "sheets", "tracker.render.markdown", report=True),
    ExportForm("html", "sheets", "tracker.render.html_page", report=True),
    ExportForm("csv", "entries", "tracker.render.csv_rows"),
    ExportForm("csv", "tables", "tracker.render.csv_tables"),
    ExportForm("xlsx", "entries", "tracker.render.xlsx"),
    ExportForm("json", "sheets", "tracker.render.json_sheets"),
    ExportForm("digest", "sheets", "tracker.render.digest", "txt", shows_tables=False),
    ExportForm("sarif", "findings", "tracker.render.sarif"),
    ExportForm("md", "letters", "tracker.render.rappel_markdown"),
    ExportForm("docx", "letters", "tracker.render.rappel_docx"),
    ExportForm("json", "ledger", "tracker.export.json_ledger"),
    ExportForm("sqlite", "ledger", "tracker.export.sqlite_ledger"),
]
"""The rows, in the order in which help lists the forms; the first of a command's forms is its default."""

FOLDER = Path(__file__).with_name("forms")
"""Where forms stand that are told by the names of their modules."""


def forms() -> list[ExportForm]:
    """Every form: those of the rows, then those of the folder."""
    found = (path.stem.partition("_") for path in sorted(FOLDER.glob("*_*.py")))
    named = [(cast("Subject", subject), name) for subject, _, name in found if subject in get_args(Subject)]
    return EXPORTERS + [ExportForm(name, subject, f"{__package__}.forms.{subject}_{name}") for subject, name in named]


def forms_for(*subjects: Subject) -> tuple[str, ...]:
    """The names of the forms that show one of these subjects."""
    return tuple(dict.fromkeys(form.name for form in forms() if form.subject in subjects))


def table_forms() -> tuple[str, ...]:
    """The names of the forms that can show a table, alone or in a sheet."""
    return tuple(dict.fromkeys(form.name for form in forms() if form.subject in TABLES and form.shows_tables))


def report_forms() -> tuple[ExportForm, ...]:
    """The forms that git hooks can write reports in; in the first they always do."""
    return tuple(form for form in forms() if form.report)


def exporter(name: str, *subjects: Subject) -> Exporter[Any]:
    """What writes the form of this name that shows one of these subjects. Raises KeyError where there is none."""
    return cast("Exporter[Any]", import_module(form_of(name, *subjects).module))


def form_of(name: str, *subjects: Subject) -> ExportForm:
    """The form of this name that shows one of these subjects, the first sooner. Raises KeyError where there is none."""
    found = [form for form in forms() if form.name == name and form.subject in subjects]
    if not found:
        raise KeyError(name)
    return min(found, key=lambda form: subjects.index(form.subject))


def ledger_exporter(name: str) -> LedgerExporter:
    """What writes the ledger in the form of this name. Raises KeyError where there is none."""
    return cast("LedgerExporter", exporter(name, "ledger"))
