"""Linking, verdicts and the ledger ask the analysis of a letter; neither they nor a room below read its text again."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.parsed import nodes_of

ROOT = Path(__file__).parent.parent
ROOMS = ("linking", "status", "ledger")

READERS = ("tracker.language", "tracker.text", "tracker.temporal", "tracker.extraction", "tracker.documents")
"""The rooms that read text: of these, linking and status may have the following names alone."""

MAY_HAVE = {
    "tracker.extraction": {"AnalysedLetter", "Facts", "NounPhrase", "StatementFacts", "Statements", "describe_missing"},
    "tracker.extraction.cues": {"Cue"},
    "tracker.extraction.naming": {"Name", "NamePlace"},
    "tracker.extraction.sibling_features": {
        "START",
        "begins",
        "unshared",
        "called",
        "editions_of",
        "numerals_of",
        "prepares",
        "takes_part",
        "unlike_names",
        "unlike_parts",
    },
    "tracker.extraction.statement_facts": {"Preceding", "StatementFacts"},
    "tracker.language.informativeness": {"idf", "informativeness"},
    "tracker.language.lemmas": {
        "compound_parts",
        "infinitive_of_now",
        "is_code",
        "is_content",
        "is_verb_form",
        "lemma",
        "rarity",
    },
    "tracker.language.offices": {"are_of_others", "field_of", "is_of_field"},
    "tracker.language.pack": {"cached", "current", "use"},
    "tracker.language.resources": {"entries", "word_list", "word_set"},
    "tracker.language.terms": {
        "NO_NAMES",
        "Names",
        "SURE_END",
        "Term",
        "action_ends",
        "deliverable_types",
        "is_doing",
        "is_generic",
        "is_party",
        "name_terms",
        "named",
        "names_of",
        "tells_nothing_alone",
        "terms_of",
    },
    "tracker.temporal.interval": {"edtf"},
    "tracker.extraction.learned.network": {"Network", "Words", "is_installed"},
    "tracker.extraction.learned.weights": {"read_fitted"},
    "tracker.temporal.timex": {"Length", "extend", "retract"},
    "tracker.text.days": {"MONTH"},
    "tracker.text.excerpt": {"excerpt"},
    "tracker.text.log_odds": {"log_odds", "probability"},
    "tracker.text.set_similarity": {"containment", "dice", "overlap_coefficient"},
    "tracker.text.short_id": {"short_id", "thread_id", "THREAD_MARK"},
}
"""What was analysed, what is known of a single word, what a whole statement means, sums with days, lengths of time and
what words weigh, and the beginning of what is shown."""

QUESTIONS = {
    "tracker.extraction": {"AnalysedLetter", "analyse", "default_detector", "extract"},
    "tracker.extraction.footnotes": {"footnotes_of"},
    "tracker.extraction.added_demands": {"more_asked"},
    "tracker.extraction.number_context": {"described", "introduces", "is_named_first", "only_pledges"},
    "tracker.extraction.number_mentions": {
        *{"Meant", "is_bare", "is_bracketed", "points_back", "sets_apart", "speaks_of"},
    },
    "tracker.extraction.number_topic": {"parts_of"},
    "tracker.extraction.number_word": {
        *{"NumberWord", "begins_stand", "begins_with", "both", "is_unsure", "may_settle", "tells_stand", "word_of"},
        *{"word_of_cell", "word_of_list", "doubts_a_promise", "settles_in_a_noun"},
    },
    "tracker.extraction.distinct_things": {"editions_in", "is_other_thing"},
    "tracker.extraction.plain_status_rows": {"is_plain_row", "names_only"},
    "tracker.extraction.plain_status_phrases": {
        *{"PlainTurn", "begins_after", "days_fit", "is_all_plain", "plain_turn", "sends_words_of"},
    },
    "tracker.extraction.references": {"find_references"},
    "tracker.extraction.register_numbers": {"in_one_spelling", "may_name", "names", "pieces"},
    "tracker.extraction.unnumbered_mentions": {
        "UnnamedWords",
        "done_in",
        "has_figures",
        "holds_half",
        "said_in",
        "thing_terms",
    },
    "tracker.extraction.collective_settlement": {
        *{"days_of_their_letter", "excepts_some", "names_a_registered_one", "settles_several"},
    },
    "tracker.extraction.statement_describer": {"describe"},
    "tracker.extraction.statement_facts": {"StatementFacts"},
    "tracker.extraction.table_rows": {"cells_beside"},
    "tracker.extraction.mere_mentions": {"is_only_talked_of", "is_talk"},
    "tracker.extraction.thing_words": {"ThingWords", "name_one_thing", "thing_words"},
    "tracker.extraction.word_stems": {"plain_words", "stems", "written", "written_words"},
    "tracker.documents.limits": {"allowed"},
    "tracker.text.normalize": {"comparable", "one_space"},
}
"""What the ledger may ask besides: the register's texts are no statements, so that extraction answers for them what it
is asked, one question a name. It has no pattern, tokenizer or tagger of times of its own."""

MATCHERS = {"re", "regex", "sre_compile", "fnmatch", "rapidfuzz.process", "simplemma", "sentencex"}

TEXTS = {"text", "quote", "sentence", "heading", "lead_in"}
"""The fields that hold words of a letter: they are shown and compared whole, not searched."""

SHOWN = {
    *(("status/titles.py", name) for name in ("split", "words", "noun_phrases")),
    ("ledger/lookup.py", "casefold"),
    ("ledger/register.py", "strip"),
    ("ledger/number_threads.py", "find"),
    ("ledger/letters_verdict.py", "row.sentence in mention.text"),
    ("ledger/queries.py", "deadline.text in row.quote"),
}
"""What cuts what is shown: methods of these fields, and functions; two titles or a heading are compared by words.

A title may be the thing that the sentence before its promise names. An analyst seeks a promise by words of its quote; a
promise of the register may have none; a statement's sentence, or the words of its deadline, stand in a longer text.
"""


def faults(path: Path) -> Iterator[str]:
    """By what a module can read text again."""
    place = f"{path.parent.name}/{path.name}"
    for node in nodes_of(path.read_text(encoding="utf-8")):
        if isinstance(node, ast.Import):
            yield from (row.name for row in node.names if row.name in MATCHERS or row.name.startswith(READERS))
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            reads = module.startswith(READERS)
            names = [row.name for row in node.names if (place, row.name) not in SHOWN]
            may: set[str] = MAY_HAVE.get(module, set()) | (
                QUESTIONS.get(module, set()) if path.parent.name == "ledger" else set()
            )
            yield from (name for name in names if reads and name not in may)
            yield from [module] if module in MATCHERS else []
        elif isinstance(node, ast.Attribute) and is_text(node.value) and (place, node.attr) not in SHOWN:
            yield f"{ast.unparse(node.value)}.{node.attr}"
        elif isinstance(node, ast.Compare) and any(isinstance(row, ast.In | ast.NotIn) for row in node.ops):
            said = ast.unparse(node)
            yield from (said for row in node.comparators if is_text(row) and (place, said) not in SHOWN)


def is_text(node: ast.expr) -> bool:
    """Whether an expression is a field with words of a letter."""
    return isinstance(node, ast.Attribute) and node.attr in TEXTS


@pytest.mark.parametrize("room", ROOMS)
def test_no_text_is_read_again(room: str) -> None:
    found = {path.name: list(faults(path)) for path in sorted((ROOT / "tracker" / room).rglob("*.py"))}
    assert {name: row for name, row in found.items() if row} == {}


PLANTED = {
    "a regular expression": "import re\n",
    "one from its module": "from re import compile\n",
    "a tokenizer": "from tracker.text.tokens import tokenize\n",
    "a tokenizer by its module": "import tracker.text.tokens\n",
    "words of a text": "from tracker.language.lemmas import words\n",
    "cues of a text": "from tracker.extraction.cues import find_cues\n",
    "times of a text": "from tracker.temporal.timex import tag_times\n",
    "turns of phrase": "from tracker.language.patterns import matches\n",
    "the analysis itself": "from tracker.extraction.analysis import analyse_sentence\n",
    "in a function": "def f():\n    from tracker.language.patterns import pattern\n",
    "a search in a quote": "def f(row):\n    return row.quote.find('plan')\n",
    "a word in a sentence": "def f(row):\n    return 'plan' in row.sentence\n",
    "a quote in small letters": "def f(row):\n    return row.quote.lower()\n",
    "the words of a heading": "def f(row):\n    return row.heading.split()\n",
}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED.keys())
def test_each_way_to_read_again_is_seen(tmp_path: Path, planted: str, room: str) -> None:
    path = tmp_path / room / "terms.py"
    path.parent.mkdir()
    path.write_text(planted, encoding="utf-8")
    assert len(list(faults(path))) == 1


READING_ROOMS = {"documents", "extraction", "language", "temporal", "text"}
"""Those that read the text of letters."""

OF_OTHER_TEXT = {
    "tracker/commands/localized_click.py": "help of options",
    "tracker/decisions/toml_text.py": "the file of rulings",
    "tracker/git/keep.py": "the author of a commit",
    "tracker/hooks/report_store.py": "the mark of a report of ours",
    "tracker/render/csv_dialect.py": "what a spreadsheet takes for a day",
    "tracker/render/jinja.py": "signs of Markdown",
    "tracker/render/pair.py": "names of forms in data",
    "tracker/render/svg_embed.py": "drawings",
    "tracker/sources/list_columns.py": "the heads and marks of published lists",
    "tracker/sources/list_tables.py": "how a web page begins",
    "tracker/sources/workbook.py": "the cells and formats of workbooks",
    "tracker/sources/contents.py": "numbers of papers",
    "tracker/sources/facts.py": "tables of letters.toml",
    "tracker/sources/feed_markup.py": "markup of a feed",
    "tracker/sources/holdings.py": "names of files",
    "tracker/sources/letter_files.py": "names of files",
    "tracker/sources/folder_session.py": "names of files",
    "tracker/sources/papers.py": "numbers of papers",
    "tracker/storage/atomic.py": "names of files",
    "tracker/storage/bounded_read.py": "names of files",
    "tracker/training/annotations.py": "names of files",
    "tracker/training/marked.py": "marks of annotators",
    "tracker/training/series.py": "marks of annotators",
    "tracker/views/citations.py": "ids of papers",
    "tracker/views/names.py": "numbers of papers",
    "tracker/views/search.py": "words that an analyst seeks",
    "tracker/views/text_style.py": "marks of edits",
    "tui/export.py": "names of files",
    "tui/filter_language.py": "what an analyst types",
    "tui/filter_ranges.py": "figures and days that an analyst types",
    "tui/filter_offers.py": "years in the names of letters",
    "tui/filters.py": "words that an analyst seeks",
    "tui/widgets/page.py": "words that an analyst seeks",
    "tui/widgets/rows.py": "words that an analyst seeks",
}
"""The other modules with regular expressions, each with what those read."""


def with_patterns(top: Path) -> set[str]:
    """The modules outside of the rooms that read text in which regular expressions are at hand."""
    paths = [path for house in ("tracker", "tui") for path in (top / house).rglob("*.py")]
    outside = (
        path for path in paths if path.relative_to(top / path.relative_to(top).parts[0]).parts[0] not in READING_ROOMS
    )
    return {path.relative_to(top).as_posix() for path in outside if has_patterns(path)}


def has_patterns(path: Path) -> bool:
    """Whether a module imports what matches regular expressions."""
    nodes = list(nodes_of(path.read_text(encoding="utf-8")))
    named = {row.name for node in nodes if isinstance(node, ast.Import) for row in node.names}
    named |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return not named.isdisjoint({"re", "regex", "sre_compile"})


def test_regular_expressions_stand_where_text_is_read() -> None:
    """Elsewhere they read names of files, numbers of papers, what is typed: no sentence of a letter."""
    assert with_patterns(ROOT) == set(OF_OTHER_TEXT)


@pytest.mark.parametrize("planted", ["import re\n", "from re import compile\n", "def f():\n    import regex\n"])
def test_a_regular_expression_elsewhere_is_seen(tmp_path: Path, planted: str) -> None:
    for place in ("tracker/ledger/fates.py", "tracker/language/shapes.py"):
        path = tmp_path / place
        path.parent.mkdir(parents=True)
        path.write_text(planted, encoding="utf-8")
    assert with_patterns(tmp_path) == {"tracker/ledger/fates.py"}
