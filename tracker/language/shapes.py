"""What the data files of a language may hold: the tables and lists of each, by the names that the program asks for.

Those that one room alone reads have their shapes there: rules in extraction, time and the calendar in temporal, the
layout of letters in documents. A pack may leave out all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, ClassVar

from msgspec import Meta, Struct, defstruct, field

from tracker.language.schema import LowRegex, Regex, SplitVerb, Template, Word
from tracker.language.syntax import Tense

_Words = tuple[Word, ...]
_Lists = dict[Word, _Words]
_Texts = tuple[str, ...]


class _Citation(Template):
    """How a paper of a dossier is cited."""

    names: ClassVar[frozenset[str]] = frozenset(("dossier", "number"))


class _Address(Template):
    """Where a paper with an id is published."""

    names: ClassVar[frozenset[str]] = frozenset(("id",))


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    """A table that refuses keys it does not know."""


class _WordsTable(_Table, frozen=True):
    """Plain words."""

    words: _Words = ()


class _Turns(_Table, frozen=True):
    """Turns of phrase, with sentences that have one and sentences that have none."""

    text: tuple[LowRegex, ...]
    yes: _Texts
    no: _Texts


class _Heading(_Table, frozen=True):
    """A kind of heading: a pattern that the whole of one fits."""

    id: Word
    text: LowRegex
    yes: _Texts
    no: _Texts


class _People(_Table, frozen=True):
    """Who acts, who is told or what it is about."""

    text: tuple[LowRegex, ...] = ()
    pronouns: _Words = ()


class _Examples(_Table, frozen=True):
    """What a list must find and must leave alone."""

    yes: _Texts
    no: _Texts


class _Phrase(_Table, frozen=True):
    """What a fixed expression says, with a verb; "": with any."""

    verb: str
    class_name: Word = field(name="class")


class _Tenses(_Table, frozen=True):
    """The tense of a clause by its finite verb: alone, in the past, and with another verb."""

    plain: Tense | None = None
    past: Tense | None = None
    infinitive: Tense | None = None
    participle: Tense | None = None
    replacing: Tense | None = None


class _Verbs(_Table, frozen=True):
    """The file verbs.toml."""

    classes: dict[Word, tuple[SplitVerb, ...]] = {}
    strong: dict[Word, tuple[Word, Word, str]] = {}
    """Of some there is no participle."""
    stems: dict[Word, Word] = {}
    irregular_present: _Lists = {}
    phrases: dict[Word, _Phrase] = {}
    never_participle: _Words = ()
    no_participle: _Words = ()

    def __post_init__(self) -> None:
        """Forms are those of a listed verb, and a phrase says what some verb can say."""
        listed = {verb.replace("|", "") for verbs in self.classes.values() for verb in verbs}
        for part in ("strong", "stems", "irregular_present"):
            for verb in getattr(self, part):
                if not any(other.endswith(verb) for other in listed):
                    raise ValueError(f"{part}.{verb} is the form of no verb in classes")
        for phrase, said in self.phrases.items():
            _one_of(self.classes, said.class_name, f"phrases.{phrase}.class")
            _one_of({*listed, ""}, said.verb, f"phrases.{phrase}.verb")


class _References(_Table, frozen=True):
    """The papers of details.toml: a pattern for each kind, and how the parts that it names make up an id."""

    references: dict[Word, Regex] = {}
    identifying: _Words = ()
    registered: _Words = ()
    papers: _Words = ()
    calls_promise: _Words = ()
    calls_number: _Words = ()
    ids: _Lists = {}

    def __post_init__(self) -> None:
        """Each kind is one of those with a pattern, and each part of an id, its first aside, one that this names."""
        for name in ("identifying", "registered", "papers"):
            for kind in getattr(self, name):
                _one_of(self.references, kind, name)
        for kind, parts in self.ids.items():
            _one_of(self.references, kind, "ids")
            for part in parts[1:] or parts:
                _one_of(re.compile(self.references[kind]).groupindex, part, f"ids.{kind}")


class _Stages(_Table, frozen=True):
    """What comes in numbered stages, and how their numbers are written."""

    nouns: _Words = ()
    numbered: _Words = ()
    numbers: _Lists = {}


def _one_of(known: Iterable[str], value: str, place: str) -> None:
    """Raises ValueError: the value is none of the known ones."""
    if value not in known:
        raise ValueError(f"{place}: {value!r} is unknown")


def _table(name: str, *kinds: tuple[Any, str], base: type[Struct] = _Table) -> Any:
    """A table with these keys of each kind, beside those of its base; all of them may be left out."""
    fields = [(key, kind, None) for kind, keys in kinds for key in keys.split()]
    return defstruct(name, fields, bases=(base,), frozen=True, forbid_unknown_fields=True)


_Documents = _table("Documents", (_Words, "forms carriers links adjectives bland"))
_Context = _table(
    "Context",
    (
        Regex,
        """
        negation denied_act announcing minister ministry proposing agent acts no_agent council told
        moving not_by acting acting_after ready put_off introduced moved_to clause_end than_planned new_deadline
        old_deadline lead asked inflected result_head dated_number planned_head reached_head promising
        goes_on goes_on_inside then same_time further expecting
        """,
    ),
)
_Units = _table("Units", (tuple[Regex, ...], "stop currency percent per short"))
_Numbers = _table(
    "Numbers",
    (Word, "thousands decimal to"),
    (Regex, "further further_of_one further_registered further_whole other_thing other_code"),
)
_Paper = _table("Paper", (_Citation, "bare full short"))
_Published = _table("Published", (Regex, "id"), (_Address, "address"))

SHAPES: dict[str, Any] = {
    "abbreviations": _table("Abbreviations", (Regex, "goes_on begins"), (_Words, "may_end abbreviations")),
    "citations": _table("Citations", (_Paper, "paper"), (_Published, "published")),
    "clauses": _table(
        "Clauses",
        (
            _Words,
            """
            subordinators after_comma after_word until_now infinitive infinitive_if_marked reasons coordinators pronouns
            prepositions determiners demonstratives articles definite_articles
            noun_articles openings auxiliaries never_finite speaking
            speaking_of_past going_before telling_why
            names replacing helping adjectives choosing certain_verbs sure_plurals fronts pronoun_verbs after_what
            plural_pronouns short_verbs speakers subject_pronouns subject_openers sequels contrasts shortly
            before_whether wondering time_openers takes_infinitive modals person_pronouns shares
            act_endings share_of before_pronoun serving following reporting conditions relative relative_people
            joining serving_name ending asking_verbs after_done
            """,
        ),
        (dict[Word, _Tenses], "tenses"),
    ),
    "details": _table(
        "Details",
        (dict[Word, Annotated[float, Meta(gt=0)]], "multipliers"),
        (_Units, "units"),
        (_Numbers, "numbers"),
        (_table("Phrases", (tuple[Regex, ...], "words")), "conditions hedges"),
        (_table("Shown", (dict[str, _Texts], "amounts references conditions hedges")), "examples"),
        base=_References,
    ),
    "headings": _table("Headings", (tuple[_Heading, ...], "role empty")),
    "links": _table(
        "Links",
        (
            _Turns,
            """
            pointing restating implying furthering taking_up starting continuing hence another introducing denying
            adding definite applying paying besides grounds
            """,
        ),
        (_Lists, "forms versions steps afterwards beforehand bodies"),
        (_Stages, "stages"),
        (_Documents, "documents"),
        (
            _WordsTable,
            "carriers partners doing sides telling taking_part locating ending deciding beginning preparing running_on",
        ),
        (_table("Funds", (_Words, "endings")), "funds"),
        (dict[Word, dict[Word, tuple[LowRegex, ...]]], "groups"),
    ),
    "readings": _table(
        "Readings",
        (_Words, "skipped"),
        (_People, "addressee government partner general product adverbials"),
        (dict[Word, tuple[LowRegex, ...]], "nouns markers"),
        (_Context, "context"),
        (dict[str, _Examples], "examples"),
    ),
    "register": _table(
        "Register",
        (
            _Turns,
            "pledge citing introducing promised promise_at_hand unsettled beside apart by_another elsewhere "
            "met_before occasion person upon respectively first second third last promise only one_of also all_but "
            "several_at_hand several_of_letter both talk_before talk_after talk a_report a_plan a_map "
            "says_settled says_open unsure says_beside refers list_settled list_open column_whether column_when "
            "column_stand cell_yes cell_no cell_settled own_part joined column_thing may_settle "
            "begins_stand edition but_for paper and_a_paper "
            "also_word settling_noun plain_settled plain_sent plain_told to_tell plain_open plain_cell "
            "retracting the_very promise_frame citing_paper to_send a_day a_number numbered any_list "
            "column_occasion of_a_letter promises framing pointing_back at_hand promiser of_motions",
        ),
        (_Lists, "portfolios"),
    ),
    "titles": _table(
        "Titles",
        (
            _Words,
            """
            acts said unsaid made light joints topics asides by_itself before inflections passive nothing nouns asking
            adjectives adjective_endings places before_names grounds money
            """,
        ),
        (dict[Word, Word], "instead turns"),
        (_Lists, "objects"),
        (_table("BeforeNouns", (_Words, "kept left_out short_after"), (Word, "short_ending")), "before_nouns"),
    ),
    "verbs": _Verbs,
    "verdicts": _table(
        "Verdicts",
        (
            _Turns,
            """
            explaining therefore changing contrasting postponing deadline unmoved again recurring delayed_by
            gathered standing in_part
            enclosed promised_before started discussing settling telling was_to_be not_yet comes_now
            """,
        ),
    ),
    "words": _table(
        "WordLists",
        (
            _Words,
            """
            stop generic affixes short_parts no_abbreviation figure_units currencies phrase_joints adjectival people
            naming_nothing linking introducing action articles before_names name_joints name_particles feminine
            addressing intending answers pointing same_sound ditto
            """,
        ),
        (_Texts, "links"),
        (tuple[tuple[Word, str], ...], "derivations"),
        (dict[Word, Word], "lemmas"),
        (dict[Word, tuple[LowRegex, ...]], "classes"),
    ),
}
"""The data file → what it may hold. A key that is not named here is asked for by nobody: it is a fault."""
