"""Why a file was not read and what its reader had to assume, told in the language spoken.

The readers say it in English sentences; here each is known by its words, and what it fills in stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

from tracker.views.i18n import marked, say

SENTENCES = (
    marked("it is empty; put the letter itself there."),
    marked("it holds no words; put the letter itself there."),
    marked("it is a link; put the letter itself there."),
    marked("it is no plain file; put the letter itself there."),
    marked("it is a folder with the name of a letter; give it another name."),
    marked("it changed while it was read; try again when it is whole."),
    marked("it cannot be read ({cause}); give yourself the right to read it."),
    marked("it cannot be read whole ({faults}); please report it with the file."),
    marked("it is too large ({size} MB of at most {most}); split it into its letters."),
    marked("it is larger than {size} MB; split it into the letters it is made of."),
    marked("it has {pages} pages, more than {most}; split it into its letters."),
    marked("it holds more than {most} characters; split it into the letters it is made of."),
    marked("it holds more than {most} {things}; split it into the letters it is made of."),
    marked("it unpacks to {size} MB in {parts} parts, more than a letter; save it without pictures."),
    marked("it is not text: it holds null bytes; save it as PDF, .docx or UTF-8 text."),
    marked("it is not text in UTF-8 or Windows-1252; save it as UTF-8 text."),
    marked("its UTF-16 text is damaged; save it as UTF-8 text."),
    marked("it is the error page of a web server, not a letter; fetch the paper again."),
    marked("its HTML is empty; save the page again or as PDF."),
    marked("its HTML cannot be read; save the page again or as PDF."),
    marked("its root is <{name}>, no official publication; fetch the paper's own XML."),
    marked("its XML cannot be read ({cause}); fetch it again from its source."),
    marked("its XML defines entities of its own, which letters have no need of; fetch it from its source."),
    marked("its elements lie deeper in one another, or are larger, than those of a letter; fetch it from its source."),
    marked("it has no text, only pictures of pages; make it searchable with `ocrmypdf FILE OUT.pdf`."),
    marked(
        "reading it breaks off: a page takes more than {seconds} s or {size} MB, or is damaged; print it to a new PDF."
    ),
    marked("it is encrypted; save it without a password (`qpdf --decrypt IN OUT`)."),
    marked("it is encrypted; open it in Word and save it without a password."),
    marked("it is encrypted; save it without a password."),
    marked("it is damaged; fetch it again, or mend it with `qpdf IN OUT`."),
    marked("it is damaged; open it in Word and save it again."),
    marked("it is a zip archive, no Word document; unpack it and put the letters themselves there."),
    marked("it is an old binary Office file; convert it with `{command}`."),
    marked("it is an OpenDocument file; convert it with `{command}`."),
    marked("it is RTF; convert it with `{command}`."),
    marked("it is a web archive (MHTML); open it in a browser and save the page as HTML."),
    marked("it is a picture; make it a searchable PDF with `{command}`."),
    marked("it is no whole Word document; open it in Word and save it again as .docx."),
    marked("its boxes and tables lie too deep in one another; save it as PDF."),
    marked("it defines entities of its own, which Word never does; save it again in Word."),
    marked("tracked changes were read as accepted."),
    marked("not UTF-8 at byte {byte}; read as Windows-1252."),
    marked("dossier {dossier} is taken from the papers that the letter refers to."),
    marked("letters.toml tells of {path}, which is not in the folder."),
    marked("letters.toml gives {name} {stated}, the letter prints {printed}; letters.toml is followed."),
    marked("letters.toml dates it {stated}, the letter prints {printed}; letters.toml is followed."),
    marked(
        "letters.toml dates it {stated}, but the letter speaks of {day} as past ({quote}); letters.toml is followed."
    ),
    marked("letters.toml dates it {stated}, but the letter awaits {day} ({quote}); letters.toml is followed."),
    marked("a ruling of {who} ({ruling}: “{quote}”) is not applied: {cause}."),
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
        found = _pattern(message).fullmatch(sentence)
        if found:
            return say(message, **found.groupdict()) if found.groupdict() else say(message)
    return None


@cache
def _pattern(message: str) -> re.Pattern[str]:
    """What finds a sentence again, with a group for each thing filled in."""
    parts = re.split(r"\{(\w+)\}", message)
    named = (f"(?P<{part}>.+)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile("".join(named), re.DOTALL)
