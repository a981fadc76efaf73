"""Why a file was not read and what its reader had to assume, told in the language spoken.

The readers say it in English sentences; here each is known by its words, and what it fills in stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

from tracker.i18n.catalog import N_, gettext, in_english
from tracker.i18n.message import Message

SENTENCES = (
    N_("letter.empty"),
    N_("letter.no-words"),
    N_("letter.link"),
    N_("letter.odd-file"),
    N_("letter.folder"),
    N_("letter.changing"),
    N_("letter.unreadable"),
    N_("letter.not-whole"),
    N_("letter.file-too-large"),
    N_("letter.too-large"),
    N_("pdf.too-many-pages"),
    N_("letter.too-many-characters"),
    N_("letter.too-many"),
    N_("docx.unpacks-large"),
    N_("text.binary"),
    N_("text.unknown-encoding"),
    N_("text.damaged-utf16"),
    N_("html.error-page"),
    N_("html.empty"),
    N_("html.unreadable"),
    N_("xml.other-root"),
    N_("xml.unreadable"),
    N_("xml.entities"),
    N_("markup.too-deep"),
    N_("pdf.pictures"),
    N_("pdf.breaks-off"),
    N_("pdf.encrypted"),
    N_("format.encrypted-office"),
    N_("docx.encrypted"),
    N_("pdf.damaged"),
    N_("docx.damaged"),
    N_("format.zip"),
    N_("format.old-office"),
    N_("format.open-document"),
    N_("format.rtf"),
    N_("format.mhtml"),
    N_("format.picture"),
    N_("docx.not-whole"),
    N_("docx.too-deep"),
    N_("docx.entities"),
    N_("notice.tracked-changes"),
    N_("notice.windows-1252"),
    N_("notice.dossier-inferred"),
    N_("notice.not-there"),
    N_("notice.fact-differs"),
    N_("notice.date-differs"),
    N_("notice.date-past"),
    N_("notice.date-awaited"),
    N_("ruling.not-applied"),
)
"""What the readers say, with names for what they fill in; of two that fit the first is taken."""


def retold(sentence: str) -> str:
    """A reader's sentence in the language spoken, after the name of a file if one stands before it.

    A sentence that is not known here stays English.
    """
    name, colon, rest = sentence.partition(": ")
    return _told(sentence) or (name + colon + (_told(rest) or rest) if colon else sentence)


def _told(sentence: str) -> str | None:
    for message in SENTENCES:
        found = _pattern(in_english(Message(message))).fullmatch(sentence)
        if found:
            return gettext(message, **found.groupdict())
    return None


@cache
def _pattern(message: str) -> re.Pattern[str]:
    """What finds a sentence again, with a group for each thing filled in."""
    parts = re.split(r"\{(\w+)\}", message)
    named = (f"(?P<{part}>.+)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile("".join(named), re.DOTALL)
