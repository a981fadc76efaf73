"""Whole files of the forms in which papers come, with a few words in each."""

from __future__ import annotations

from tests.documents.docx_printer import packed, paragraph
from tests.documents.raw_pdf import raw_pdf, words

TEXT = "In juni 2025 sturen we uw Kamer het rapport over de havens."


def pdf(*lines: str) -> bytes:
    """A PDF of a page with these lines."""
    return raw_pdf(words(lines or [TEXT]))


def word(text: str = TEXT) -> bytes:
    """A Word document of one paragraph."""
    return packed(paragraph(f"<w:r><w:t>{text}</w:t></w:r>"))


def html(text: str = TEXT, **meta: str) -> bytes:
    """A page with a paragraph; `meta` is what it states of itself: "dossiernummer", "ondernummer"."""
    told = "".join(f'<meta name="OVERHEIDop.{name}" content="{value}">' for name, value in meta.items())
    return f"<!DOCTYPE html><html><head><title>Brief</title>{told}</head><body><p>{text}</p></body></html>".encode()


PDF = pdf()
