"""A paper as plain text, official XML and a web page."""

from html import escape
from textwrap import wrap

from tests.documents.papers import HEADS, paper
from tracker.model import PassageKind

WIDTH = 76
PAGE = 38
BREAK = "verant<?xpp afbreek?>woor"


def as_text():
    """Lines wrapped by hand with a page break after every so many, the notes of a page at its foot."""
    body, notes, pages = _lines(), paper().notes, []
    while body:
        page, body = body[:PAGE], body[PAGE:]
        marked = [number for _, numbers in page for number in numbers]
        foot = [line for number in marked for line in wrap(f"{number} {notes[number]}", WIDTH)]
        pages.append("\n".join([*(line for line, _ in page), "", *foot]))
    return ("\n\f".join(pages) + "\n\n" + _cells()).encode()


def _lines():
    """The lines of the running text, each with the notes that are marked on it."""
    lines, parts = [], paper().parts
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        printed = "".join(piece if isinstance(piece, str) else f"\x00{piece}\x00" for piece in part.pieces())
        bullet = "• " if part.kind is PassageKind.LIST_ITEM else ""
        for line in wrap(bullet + printed, WIDTH, break_on_hyphens=False):
            marks = [int(mark) for mark in line.split("\x00")[1::2]]
            lines.append((line.replace("\x00", "") + " ", marks))
        if after is None or not part.kind is after.kind is PassageKind.LIST_ITEM:
            lines.append(("", []))
    return lines


def _cells():
    """The table as a word processor writes it: each cell begins with a tab."""
    cells = [[head] for head in HEADS] + [cell for row in paper().rows for cell in row]
    heads, others = cells[: len(HEADS)], cells[len(HEADS) :]
    text = "".join(f"\t{head}\n" for (head,) in heads) + "\n"
    return text + "".join("\t" + "\n\n".join("\n".join(wrap(one, WIDTH)) for one in cell) + "\n\n" for cell in others)


def as_xml():
    """An official publication."""
    body = ""
    for part in paper().parts:
        inner = "".join(escape(piece) if isinstance(piece, str) else _noot(piece) for piece in part.pieces())
        inner = inner.replace("verantwoor", BREAK)
        body += {
            PassageKind.HEADING: f"<tussenkop kopopmaak='vet'>{inner}</tussenkop>",
            PassageKind.PARAGRAPH: f"<al>{inner}</al>",
            PassageKind.LIST_ITEM: f"<lijst><li><li.nr>•</li.nr><al>{inner}</al></li></lijst>",
        }[part.kind]
    rows = [[[head] for head in HEADS], *paper().rows]
    head, *others = ["".join(f"<entry>{_each('al', cell)}</entry>" for cell in row) for row in rows]
    table = f"<thead><row>{head}</row></thead><tbody>{_each('row', others, str)}</tbody>"
    text = f"<tekst>{body}<table><tgroup>{table}</tgroup></table></tekst>"
    return f"<officiele-publicatie><kamerstuk>{text}</kamerstuk></officiele-publicatie>".encode()


def _each(tag, texts, write=escape):
    return "".join(f"<{tag}>{write(text)}</{tag}>" for text in texts)


def _noot(number):
    return f"<noot><noot.nr>{number}</noot.nr><noot.al>{escape(paper().notes[number])}</noot.al></noot>"


def as_html():
    """A web page with its notes at the end."""
    body = ""
    for part in paper().parts:
        inner = "".join(escape(piece) if isinstance(piece, str) else _sup(piece) for piece in part.pieces())
        body += {
            PassageKind.HEADING: f"<h2>{inner}</h2>",
            PassageKind.PARAGRAPH: f"<p>{inner}</p>",
            PassageKind.LIST_ITEM: f"<ul><li>{inner}</li></ul>",
        }[part.kind]
    rows = "".join("<tr>" + "".join(f"<td>{_each('p', cell)}</td>" for cell in row) + "</tr>" for row in paper().rows)
    notes = "".join(
        f'<p class="noot" id="n{number}"><sup>{number}</sup> {escape(note)}</p>'
        for number, note in paper().notes.items()
    )
    table = f"<table><tr>{_each('th', HEADS)}</tr>{rows}</table>"
    return f"<!DOCTYPE html><html><body>{body}{table}{notes}</body></html>".encode()


def _sup(number):
    return f'<sup><a href="#n{number}">{number}</a></sup>'
