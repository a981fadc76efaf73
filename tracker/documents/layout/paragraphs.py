"""Lines → blocks: which lines belong to one paragraph or list item, also across a page or a blank line that cuts it.

Its shares and sizes are by judgement on printed papers; not measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tracker.documents.layout.blocks import Block, Cut
from tracker.documents.layout.lines import Shape, TextLine
from tracker.documents.layout.list_markers import BULLET, label_of
from tracker.documents.layout.patterns import match, phrases
from tracker.documents.layout.printed_head import head_breaks
from tracker.documents.layout.signed_names import is_name
from tracker.documents.layout.unmarked_lists import unmarked_items
from tracker.model import PassageKind

_TERMINAL = ".?!:;»”"
_SENTENCES = re.compile(r"[^\W\d_]{4}[.?!] [A-ZÀ-Þ]")
"""Where a sentence ends and another begins within a line."""
_SOONER = 0.55
"""So full a line may be the first of a title in larger letters."""
LARGER = 1.5
"""A line of more emphasis is bold and in larger letters."""
_ROOM = 0.85
"""A line that would have held the next word within this share of the full width was ended on purpose."""
_EARLY = 0.5
"""A line that is not so full when the next word is added ended on purpose, whatever it ends in."""
_REMARK = 20
"""A remark in brackets below a title is longer than a unit or a year."""
_QUOTES = "'’‘\"“”«"
_APOSTROPHES = ("’s", "‘s", "'s", "’t", "‘t", "'t")
"""Words that begin a sentence so begin with a capital after them (’s-Gravenhage)."""
_NOTE = re.compile(r"\[\d{1,3}\]\s")
"""A note that begins with its mark."""
_CURRENCIES = "€$£"
"""A line that ends in one of these goes on with an amount."""


def group(lines: Sequence[TextLine], shape: Shape) -> list[Block]:
    """The paragraphs and list items that the lines make up, in order."""
    groups: list[list[TextLine]] = []
    brackets = 0
    breaks = head_breaks(lines) if shape.wrapped else ()
    items = unmarked_items(lines, lambda last, line: _full(last, line, shape)) if shape.wrapped else {}
    for at, (line, after) in enumerate(zip(lines, [*lines[1:], None], strict=False)):
        goes_on = (
            at not in breaks
            and groups
            and not items.get(at)
            and (
                at in items
                or _continues(groups[-1], line, shape, bracketed=brackets > 0)
                or _wrapped_title(groups[-1], line, after, shape)
            )
        )
        if goes_on:
            groups[-1].append(line)
        else:
            groups.append([line])
            brackets = 0
        brackets += line.text.count("(") - line.text.count(")")
    unmarked = {lines[at].begin for at in items}
    return [_block(group, shape, unmarked=group[0].begin in unmarked) for group in groups]


def lost_marks(lines: Iterable[TextLine], shape: Shape) -> list[Cut]:
    """Where a note mark was lost and left only a line break: the line goes on after one space."""
    if shape.wrapped:
        return []
    return [Cut(line.begin, line.begin, ("",)) for line in lines if _lost(line)]


def _lost(line: TextLine) -> bool:
    beside = line.indent == " " and not _starts(line)
    return not line.blanks and line.number > 1 and (beside or line.text[0] in ",.;:)")


def _block(lines: list[TextLine], shape: Shape, *, unmarked: bool) -> Block:
    first = lines[0]
    spans = [(line.begin, line.end) for line in lines]
    bullet = BULLET.match(first.text)
    if bullet:
        spans[0] = (first.begin + bullet.end(), first.end)
    return Block(
        spans=tuple(spans),
        kind=PassageKind.LIST_ITEM if bullet or unmarked else None,
        mark=bullet["mark"] if bullet else None,
        page=first.page,
        gap=first.blanks,
        lines=len(lines),
        emphasis=first.emphasis,
        structured=shape.typed,
        hard=shape.wrapped,
    )


def _continues(group: list[TextLine], line: TextLine, shape: Shape, *, bracketed: bool) -> bool:
    """Whether a line goes on with the paragraph so far.

    `bracketed`: that stands between brackets that are not closed; a dash then is one between words.
    """
    if _is_label(line) and not _breaks_off(group[-1]):
        return False
    if line.emphasis != group[-1].emphasis and not _mid_sentence(group[-1], line, shape):
        return False
    if not shape.wrapped:
        return _lost(line) or (line.blanks <= 1 and not _starts(line) and _open(group[-1]) and line.text[0].islower())
    if group[-1].text[-1] in _CURRENCIES or (bracketed and not line.blanks and BULLET.match(line.text)):
        return True
    if _begins_item(group, line) or _signs(group[-1], line):
        return False
    if not line.blanks and not line.fed and _open(group[-1]) and (bracketed or _SENTENCES.search(group[-1].text)):
        return True
    small, full = _begins_small(line), _full(group[-1], line, shape)
    if line.fed or line.page != group[-1].page:
        return _open(group[-1]) and (small or full or _breaks_off(group[-1]))
    if line.blanks:
        return _open(group[-1]) and small and (len(group) > 1 or full)
    if line.emphasis and len(line.text) > _REMARK and line.text[0] == "(" and _open(group[-1]):
        return True
    unfinished = _beyond(group[-1], line, shape) and (_ends_unfinished(group[-1]) or line.emphasis > LARGER)
    goes_on = len(group) > 1 and not _ended(group[-1], line, shape)
    return full or (_open(group[-1]) and (goes_on or small or unfinished))


def _signs(last: TextLine, line: TextLine) -> bool:
    """Whether two lines are those of a signature, each of its own."""
    if match("closing", last.text):
        return True
    if not is_name(line.text):
        return bool(match("person", last.text) and match("office", line.text))
    return any(match(name, last.text) for name in ("function", "signing_body")) or is_name(last.text)


def _is_label(line: TextLine) -> bool:
    """Whether a line is the label of a question or of its answer, and so goes on with nothing."""
    found = match("question_label", line.text) or match("answer_label", line.text)
    return found is not None and found.end() == len(line.text) and line.text[0].isupper()


def _wrapped_title(group: list[TextLine], line: TextLine, after: TextLine | None, shape: Shape) -> bool:
    """Whether a line is the last of two of a title that stands alone, in larger letters that wrap sooner."""
    if not shape.wrapped or shape.typed or len(group) > 1 or line.blanks or _starts(line) or not group[0].blanks:
        return False
    ends = after is None or after.blanks > 0
    return ends and _open(group[0]) and len(group[0].text) > shape.width * _SOONER and not match("person", line.text)


def _begins_item(group: list[TextLine], line: TextLine) -> bool:
    """Whether a line begins a list item or numbered line: a bullet or number not in the middle of a sentence."""
    if not _starts(line):
        return False
    return bool(line.blanks) or not _open(group[-1]) or _starts(group[0]) or len(group) == 1


def _starts(line: TextLine) -> bool:
    return bool(BULLET.match(line.text) or _NOTE.match(line.text)) or label_of(line.text) is not None


def _begins_small(line: TextLine) -> bool:
    """Whether a line begins with a small letter, also within quotation marks."""
    return line.text.lstrip(_QUOTES)[:1].islower() and line.text[:2] not in _APOSTROPHES


def _open(line: TextLine) -> bool:
    """Whether the sentence goes on after the line."""
    return line.text[-1] not in _TERMINAL


def _mid_sentence(last: TextLine, line: TextLine, shape: Shape) -> bool:
    """Whether a sentence runs on over a change of type, as from words in italics."""
    runs_on = shape.wrapped and (line.fed or not line.blanks) and _begins_small(line) and _open(last)
    return runs_on and (line.fed or _full(last, line, shape) or _breaks_off(last))


def _breaks_off(line: TextLine) -> bool:
    """Whether a line ends in a word or a comma that something must follow."""
    return line.text[-1] == "," or _ends_unfinished(line)


def _ends_unfinished(line: TextLine) -> bool:
    return line.text.split()[-1].casefold() in phrases().unfinished


def _beyond(last: TextLine, line: TextLine, shape: Shape) -> bool:
    """Whether the next word did not fit on the last line, were it printed in larger letters."""
    return len(last.text) + 1 + len(line.text.split(" ", 1)[0]) > shape.width * _SOONER


def _ended(last: TextLine, line: TextLine, shape: Shape) -> bool:
    """Whether a line ended long before the next word, which begins with a capital, would not have fitted.

    How much a line of a cell holds is not known: its longest line tells at least so much.
    """
    taken = len(last.text) + 1 + len(line.text.split(" ", 1)[0])
    early = taken < min(last.holds or shape.width, shape.width) * _EARLY
    return early and not shape.cell and line.text[0].isupper() and not _breaks_off(last)


def _full(last: TextLine, line: TextLine, shape: Shape) -> bool:
    """Whether the next word did not fit on the last line."""
    word = line.text.split(" ", 1)[0]
    return len(last.text) + 1 + len(word) > min(last.holds or shape.width, shape.width) * _ROOM
