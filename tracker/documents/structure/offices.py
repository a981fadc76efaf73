"""One spelling of an office, however papers print it: "Minister Verkeer", "DE MINISTER VAN VERKEER,"."""

from __future__ import annotations

from tracker.documents.layout.patterns import match, phrases


def one_spelling(office: str) -> str:
    """An office with its article, its role small and the word that joins its field; any other text as it is."""
    found, form = match("office_parts", office), phrases().office
    if found is None or form is None:
        return office
    role, field = found["role"].casefold(), found["field"] or ""
    if office.isupper():
        field = " ".join(word if word in form.small else _capital(word) for word in field.casefold().split())
    link = (found["link"] or form.link).casefold()
    return f"{form.article} {role} {link} {field}" if field else f"{form.article} {role}"


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
