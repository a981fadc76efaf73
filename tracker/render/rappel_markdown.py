"""Letters of reminder as Markdown, each below the other."""

from __future__ import annotations

from tracker.render.jinja import in_markdown
from tracker.views.rappel import RappelContent, RappelItem, RappelLetter


def write(content: RappelContent) -> str:
    """The letters, a rule between two."""
    return "\n---\n\n".join(_letter(letter) for letter in content.letters)


def _letter(letter: RappelLetter) -> str:
    heads = (in_markdown(head) for head in letter.heads)
    table = [f"| {' | '.join(heads)} |", "|" + " --- |" * len(letter.heads), *map(_row, letter.items)]
    above = (letter.to, letter.date, f"{letter.subject}", letter.salutation, *letter.paragraphs)
    parts = (*map(in_markdown, above), "\n".join(table), *map(in_markdown, letter.closing))
    return "\n\n".join(parts) + "\n"


def _row(item: RappelItem) -> str:
    promise = f"**{in_markdown(item.title)}** “{in_markdown(item.quote)}” ({in_markdown(item.place)}) {item.thread}"
    return f"| {promise} | {in_markdown(item.deadline)} | {in_markdown(item.state)} |  |  |"
