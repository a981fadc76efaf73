"""What a statement carries besides its act: amounts, conditions and hedges. Patterns are data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.extraction.references import find_citations
from tracker.language.lexicon import function_words, function_words_of
from tracker.language.pack import cached, current
from tracker.language.resources import entries, month_abbreviations, month_names
from tracker.language.syntax import Form
from tracker.model import EURO, Amount
from tracker.text.days import YEAR
from tracker.text.normalize import restore_numbers
from tracker.text.tokens import Token, tokenize

_YEAR = re.compile(YEAR)
_NO_WORD = ("(?!)",)


def _marks() -> tuple[str, str]:
    """What a figure has between its thousands and before its decimals."""
    numbers = entries("details", "numbers")
    return numbers.get("thousands", ","), numbers.get("decimal", ".")


def _number() -> str:
    """The pattern of a figure; a lone mark of either kind stands before decimals."""
    thousands, decimal = map(re.escape, _marks())
    return rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?:{decimal}\d+)?|\d+(?:[.,]\d+)?"


@cached(maxsize=1)
def _amount_pattern() -> re.Pattern[str]:
    units = entries("details", "units")
    multipliers = "|".join(entries("details", "multipliers") or _NO_WORD)
    named = ("per", "percent", "currency", "short")
    per, percent, currency, short = ("|".join(units.get(name) or _NO_WORD) for name in named)
    months = (re.escape(name.rstrip(".")) for name in (*month_names(), *month_abbreviations()))
    stop = "|".join((*units.get("stop", ()), *months)) or _NO_WORD[0]
    return re.compile(
        rf"(?P<sign>€\s?)?(?<![\w.,])(?P<number>{_number()})(?![\w-]*\d)\s?(?P<percent>%|(?:{percent})\b)?"
        rf"\s?(?P<multiplier>(?:{multipliers})\b\.?)?\s?(?P<currency>(?:{currency})\b)?"
        rf"(?(sign)|(?(percent)|(?(currency)|(?:\s?(?!(?:{stop})\b)(?P<unit>(?:{short})(?!\w)|[a-zà-ÿ][\w’'-]{{2,}}))?)))"
        rf"(?:\s?(?P<per>{per}))?",
        re.IGNORECASE,
    )


def _value(number: str) -> float:
    """A figure as the language writes it, with its marks between thousands and before decimals."""
    thousands, decimal = _marks()
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", number):
        number = number.replace(thousands, "")
    return float(number.replace(",", "."))


def _unit(match: re.Match[str]) -> str | None:
    if match["sign"] or match["currency"]:
        return EURO
    if match["percent"]:
        return "%"
    if match["multiplier"] and not match["unit"]:
        return EURO
    return match["unit"].lower() if match["unit"] else None


def _is_done(word: str) -> bool:
    """Whether a word only says what becomes of them: "19 uitgevoerd", "de overige 3 volgen"."""
    forms = current().verb_forms().get(word, ())
    return word in function_words()["sure_plurals"] or (
        bool(forms) and all(row.form is Form.PARTICIPLE for row in forms)
    )


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word there is the verb of a clause that goes on: "in week 42 volgt een"."""
    place = next((n for n, token in enumerate(tokens) if token.begin >= at), None)
    if place is None or place + 1 >= len(tokens):
        return False
    follows = function_words_of("speakers", "determiners", "articles")
    return tokens[place + 1].low in follows and current().is_finite(tokens, place)


def money_spans(text: str) -> list[tuple[int, int]]:
    """Where sums of money stand in a text: begin and end."""
    return [
        match.span()
        for match in _amount_pattern().finditer(restore_numbers(text))
        if match["sign"] or match["currency"]
    ]


def find_amounts(text: str, tokens: Sequence[Token] | None = None, begin: int = 0) -> tuple[Amount, ...]:
    """The sums, shares and counts of a quote. Two of a kind joined by "from … to …" become one with its old value.

    `tokens` are those of the quote in its sentence, where they are known, and `begin` is where it begins there.
    """
    known = tokenize(text) if tokens is None else tokens
    found: list[tuple[int, Amount]] = []
    to = entries("details", "numbers").get("to", "")
    named = [(citation.begin, citation.end) for citation in find_citations(text)]
    for match in _amount_pattern().finditer(restore_numbers(text)):
        if any(begin < match.end("number") <= end for begin, end in named):
            continue
        unit = _unit(match)
        if unit is None or (_YEAR.fullmatch(match["number"]) and unit not in (EURO, "%")):
            continue
        if match["unit"] and (_is_done(unit) or _is_verb(known, begin + match.start("unit"))):
            continue
        multiplier = entries("details", "multipliers").get((match["multiplier"] or "").lower().rstrip("."), 1.0)
        amount = Amount(
            text[slice(*match.span())].strip(), round(_value(match["number"]) * multiplier, 6), unit, match["per"]
        )
        before = text[max(match.start() - 6, 0) : match.start()].lower()
        if found and found[-1][1].unit == unit and to and before.rstrip().endswith(to):
            previous = found.pop()[1]
            amount = Amount(f"{previous.text} {to} {amount.text}", amount.value, unit, amount.per, previous.value)
        found.append((match.start(), amount))
    return tuple(amount for _, amount in found)


@cached(maxsize=2)
def _phrases(name: str) -> re.Pattern[str]:
    words = entries("details", name).get("words") or _NO_WORD
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def find_conditions(text: str) -> tuple[str, ...]:
    """The conditions that a quote states, as it words them."""
    return tuple(match.group() for match in _phrases("conditions").finditer(text))


def find_hedges(text: str) -> tuple[str, ...]:
    """The words by which a quote holds back."""
    return tuple(match.group() for match in _phrases("hedges").finditer(text))
