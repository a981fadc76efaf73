"""A typo in any data file of the language, of any kind, is our bug: told with its file, its place and its value."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Any, Literal, get_args, get_origin

import msgspec
import pytest
from msgspec import Struct

from tests.language.test_shapes import KINDS
from tracker.documents.layout.patterns import phrases
from tracker.errors import ExitCode, RulesetError, handled
from tracker.extraction.language_data import check_language, check_table
from tracker.extraction.rules import load_rules
from tracker.language import resources
from tracker.language.lexicon import verb_classes
from tracker.language.pack import TABLES
from tracker.language.resources import read_table, word_list, word_set
from tracker.language.schema import Checked, LowRegex, Template, faults
from tracker.temporal.document_date import clues
from tracker.temporal.grammar import grammar

Place = tuple[str, ...]
Kept = tuple[Any, Any, Place]
"""Part of a file's data, its type, and where it stands."""


def plain(kind: Any) -> Any:
    """A type without None."""
    rest = [one for one in get_args(kind) if one is not type(None)]
    return plain(rest[0]) if len(rest) == 1 and type(None) in get_args(kind) else kind


def parts(data: Any, kind: Any, place: Place = ()) -> Iterator[tuple[Place, Kept]]:
    """Every table, list and value of the data by the field it stands in; rows and entries of one field are alike."""
    kind = plain(kind)
    of = get_origin(kind) or kind
    yield place, (data, kind, place)
    if isinstance(data, Mapping) and isinstance(of, type) and issubclass(of, Struct):
        for field in msgspec.structs.fields(of):
            if field.encode_name in data:
                yield from parts(data[field.encode_name], field.type, (*place, field.encode_name))
    elif isinstance(data, Mapping) and of is dict:
        for value in data.values():
            yield from parts(value, get_args(kind)[1], (*place, "*"))
    elif isinstance(data, list) and of in (tuple, frozenset):
        for value in data:
            yield from parts(value, get_args(kind)[0], (*place, "#"))


def typos(data: Any, kind: Any) -> Iterator[object]:
    """What must not stand in the place of a table, a list or a value."""
    yield 3.5 if isinstance(data, list | Mapping | str) else "12x"
    if isinstance(data, Mapping) and isinstance(kind, type) and issubclass(kind, Struct):
        yield data | {"zzz": 1}
    elif isinstance(kind, type) and issubclass(kind, Checked):
        yield "{zzz" if issubclass(kind, Template) else "("
        if issubclass(kind, Template):
            yield "{zzz}"
        if issubclass(kind, LowRegex):
            yield "Zzz"
    elif (isinstance(kind, type) and issubclass(kind, Enum)) or get_origin(kind) is Literal:
        yield f"x{data}" if isinstance(data, str) else 99
    elif "pattern=" in repr(kind):
        yield " zzz"


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_kind_of_typo_in_every_field_is_told(table: str) -> None:
    """With the place, and with the value that is wrong or the key that is unknown."""
    fields: dict[Place, Kept] = {}
    for field, part in parts(read_table(table), KINDS[table]):
        fields.setdefault(field, part)
    missed = []
    for data, kind, place in fields.values():
        for value in typos(data, kind):
            told = list(faults(value, kind, ".".join(place)))
            shown = ".".join((*place, "zzz is unknown")) if isinstance(value, dict) else repr(value)
            if len(told) != 1 or not told[0].startswith(".".join(place)) or shown not in told[0]:
                missed.append((place, value, told))
    assert missed == []
    assert fields


TEXTUAL = {
    "abbreviations": [("may_end", "may_edn", "may_edn is unknown")],
    "calendar": [('convention = ["07-07"', 'convention = ["13-41"', "zomerreces.convention.1: '13-41'")],
    "citations": [
        ("{number}", "{numbr}", "paper.bare: '{dossier}, nr. {numbr}'"),
        ("/{id}.html", "/{idd}.html", "published.address: "),
        ("/{id}.html", "/{id.html", "published.address: "),
    ],
    "clauses": [("zullen = { plain", "zulen = { plain", "tenses.zulen is no verb")],
    "commitments": [('subject = ["', 'subject = ["goverment", "', "'goverment' is unknown")],
    "details": [
        ('"motie"', '"mootie"', "identifying: 'mootie' is unknown"),
        ('["kst", "dossier"', '["kst", "dosier"', "ids.kamerstuk: 'dosier' is unknown"),
        ('"mln" = 1e6', '"mln" = 0', "multipliers.mln: 0"),
        ("(?P<dossier>", "(?P<dosier>", "ids.kamerstuk: 'dossier' is unknown"),
    ],
    "document_date": [("coming = [", "comming = [", "comming is unknown")],
    "headings": [("text = '(?:tot", "text = '((?:tot", "role.closing.text: ")],
    "kinds": [('verbs = ["', 'verbs = ["gaaan", "', "'gaaan' is unknown")],
    "letters": [
        (r"(?-i:[\p{Lu}])", r"(?-i:[\p{Lx}])", r"\p{Lx} is unknown"),
        ("text = '(?:", "text = '((?:", "pattern.dossier_and_number.text: '((?:"),
    ],
    "links": [
        ("'hierover'", "'hierover('", "pointing.text.1: 'hierover('"),
        ("[stages.numbers]", "[stages.numbrs]", "stages.numbrs is unknown"),
        ('nouns = ["fase"', 'nuons = ["fase"', "stages.nuons is unknown"),
    ],
    "readings": [("[adverbials]", "[adverbals]", "adverbals is unknown")],
    "register": [("'conform'", "'conform['", ": 'conform['")],
    "reports": [("tense = [", "tesne = [", "where.tesne is unknown")],
    "time": [("{unit}", "{untt}", "'untt' is unknown"), ('value = "', 'value = "x', ".value: 'x")],
    "titles": [
        ("\njoints = [", "\njonts = [", "jonts is unknown"),
        ("[before_nouns]", "[before_noun]", "before_noun is unknown"),
        ('acts = ["start"', 'acts = ["strat"', "acts: 'strat' is no class"),
        ('asking = ["evaluate"', 'asking = ["evaluaet"', "asking: 'evaluaet' is no class"),
        ('made = ["deliver"', 'made = ["delivr"', "made: 'delivr' is no class"),
        ('"ondertekenen", "herijken"', '"ondertekennen", "herijken"', "said: 'ondertekennen' is no verb"),
        ('"regelen", "toegaan"', '"reglen", "toegaan"', "unsaid: 'reglen' is no verb"),
        ('by_itself = [\n  "starten"', 'by_itself = [\n  "startn"', "by_itself: 'startn' is no verb"),
        ('before = ["informeren"', 'before = ["infomeren"', "before: 'infomeren' is no verb"),
        ('passive = ["worden"', 'passive = ["wodren"', "passive: 'wodren' is no verb"),
        ("\ndoen = [", "\ndeon = [", "objects: 'deon' is no verb"),
        ('doen = ["aan"', 'doen = ["ana"', "objects.doen: 'ana' is no joint"),
        ('beginnen = "starten"', 'beginnen = "strarten"', "instead: 'strarten' is no verb"),
    ],
    "verbs": [
        ('"in|gaan"', '"in||gaan"', "classes.inform.1: 'in||gaan'"),
        ('"in|gaan"', '"|gaan"', "classes.inform.1: '|gaan'"),
        ('"in|gaan"', '"in|"', "classes.inform.1: 'in|'"),
        ("volgen = [", "vollgen = [", "strong.vollgen is the form of no verb"),
        ('baggeren = "', 'bageren = "', "stems.bageren is the form of no verb"),
        ('"van start" = { verb = "gaan"', '"van start" = { verb = "gan"', "phrases.van start.verb: 'gan'"),
        ('class = "start"', 'class = "strat"', "phrases.van start.class: 'strat'"),
    ],
    "verdicts": [("'omdat'", "'omdat['", "explaining.text.1: 'omdat['")],
    "words": [("\nstop = [", "\nstpo = [", "stpo is unknown")],
}
CASES = [(table, *case) for table, rows in TEXTUAL.items() for case in rows]


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str, str], None]]:
    """Put other words into the text of a data file, as an editor does."""

    def put(table: str, old: str, new: str) -> None:
        text = resources.read_text(table)
        assert old in text
        changed = text.replace(old, new, 1)
        asked = resources.read_text
        monkeypatch.setattr(resources, "read_text", lambda name: changed if name == table else asked(name))

    forget()
    yield put
    monkeypatch.undo()
    forget()


def forget() -> None:
    """Let what comes of the data files be made anew."""
    for known in (read_table, word_list, word_set, verb_classes, grammar, clues, phrases, load_rules):
        known.cache_clear()


@pytest.mark.parametrize(("table", "old", "new", "told"), CASES)
def test_a_typo_ends_with_exit_code_3(
    table: str,
    old: str,
    new: str,
    told: str,
    plant: Callable[[str, str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: object,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    plant(table, old, new)

    def look() -> int:
        check_table(table)
        return 0

    assert handled(look) == ExitCode.BUG
    err = capsys.readouterr().err
    assert f"{table}.toml: " in err
    assert told in err


def test_every_table_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those with typos planted above are all that there are, and a check-up looks at each."""
    looked: list[str] = []
    monkeypatch.setattr("tracker.extraction.language_data.check_table", looked.append)
    assert check_language() == len(TABLES)
    assert TEXTUAL.keys() == TABLES.keys() == set(looked)


def test_the_faults_outlive_the_way_between_processes() -> None:
    """What a reading process finds is told as it stands."""
    fault = RulesetError(["verbs.toml: a", "verbs.toml: b"])
    assert str(pickle.loads(pickle.dumps(fault))) == str(fault) == "verbs.toml: a; verbs.toml: b"  # noqa: S301
