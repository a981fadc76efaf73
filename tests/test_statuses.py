"""The table of statuses: no face lists them itself, and one that is added is told by every face."""

from __future__ import annotations

import ast
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.i18n.test_locale import CATALOGS
from tests.parsed import nodes_of
from tracker import statuses
from tracker.model import Outcome, Status, StepKind
from tracker.report_headings import FATES, EntryForm, Fate
from tracker.statuses import FACTS, FINDINGS, LISTED, MOVING, REPORTED, SIGNS, STEPS, TABLE, StatusRow
from tracker.views import colours
from tracker.views.blocks import AUDITED
from tui.theme import read_themes

ROOT = Path(__file__).parents[1]
FACES = [*(f"tracker/{room}" for room in ("views", "render", "export", "commands", "hooks", "ledger")), "tui"]
ALLOWED = {"tracker/views/new_letter.py": "what a letter did is shown in its own way for some steps, else in one way"}
"""Faces that may name several statuses at one place, each with its reason."""


class TestTable:
    """Every status and step has its row, its sign, its heading and its colours."""

    def test_what_moves_a_deadline_is_told_by_the_steps_that_do(self) -> None:
        """Whoever asks whether a report is of a move asks the table, so that a step of a new status counts too."""
        assert {outcome for step, row in STEPS.items() if row.moves_deadline for outcome in row.outcomes} == MOVING
        assert {REPORTED[outcome] for outcome in MOVING} == {StepKind.POSTPONED, StepKind.EXTENDED}
        assert Outcome.CANCELLED not in MOVING

    def test_every_status_and_step_has_one_row(self) -> None:
        assert sorted(row.status for row in TABLE if row.status) == sorted(Status)
        assert sorted(row.step for row in TABLE if row.step) == sorted(StepKind)
        assert list(FACTS) == list(Status)
        assert set(STEPS) == set(StepKind)

    def test_a_row_is_a_status_and_the_step_of_its_name(self) -> None:
        assert [row for row in TABLE if row.status and row.step and row.status.value != row.step.value] == []

    def test_every_outcome_of_a_report_is_told_by_one_step(self) -> None:
        assert sorted(outcome for row in TABLE for outcome in row.outcomes) == sorted(Outcome)
        assert all(row.step for row in TABLE if row.outcomes)
        assert set(REPORTED) == set(Outcome)

    def test_no_two_rows_share_a_sign(self) -> None:
        assert len({row.sign for row in TABLE}) == len(TABLE)
        assert set(SIGNS) == {*Status, *StepKind}

    def test_every_status_stands_under_one_heading(self) -> None:
        assert sorted(LISTED) == sorted(Status)

    def test_every_status_and_step_has_its_colours(self) -> None:
        assert {name for name in SIGNS if colours.terminal(name)} == set(SIGNS)
        assert [set(colours.page(mode)) for mode in ("light", "dark")] == [set(Status), set(Status)]
        for theme in read_themes():
            assert set(colours.screen(theme)) == set(SIGNS)


NAMES = frozenset({*Status, *StepKind})
LISTED_NAMES = NAMES | {*Fate}


def named(node: ast.AST) -> set[str]:
    """The statuses, steps and headings that an expression names, as a word or as a member of an enum."""
    found = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and part.value in set(Status):
            found.add(str(part.value))
        elif isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            found |= {part.attr.lower()} if part.value.id in {"Status", "StepKind", "Fate"} else set()
    return found


def lists(text: str) -> Iterator[int]:
    """The lines of a module where a tuple, list, set or dict names more than one of them."""
    words = {word.lower() for word in re.findall(r"\w+", text)}
    for node in nodes_of(text) if len(words & LISTED_NAMES) > 1 else ():
        parts: list[ast.expr | None] = []
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            parts = [*node.elts]
        elif isinstance(node, ast.Dict):
            parts = [*node.keys]
        if len({name for part in parts if part for name in named(part)}) > 1:
            yield node.lineno


def test_no_face_lists_statuses() -> None:
    modules = [path for top in FACES for path in sorted((ROOT / top).rglob("*.py"))]
    faults = {path.relative_to(ROOT).as_posix(): list(lists(path.read_text(encoding="utf-8"))) for path in modules}
    assert {path for path, lines in faults.items() if lines} == set(ALLOWED)


PROSE = {
    "tracker/__init__.py": "what the tool is for, in verbs",
    "tracker/cli.py": "what the tool is for, in verbs",
    "tracker/status/passed_deadline.py": "the statuses that it gives",
    "tracker/status/verdict.py": "the two that it words in the same way",
}
"""Modules with a docstring that names several statuses, each with its reason."""


def strings(path: Path) -> Iterator[str]:
    """The strings of a module; the lines of another file, the heads and cells of data aside."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py" and not names_two(text):
        return
    if path.suffix == ".py":
        nodes = nodes_of(text)
        yield from (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    else:
        yield from text.splitlines()


def names_two(text: str) -> bool:
    """Whether a string names more than one status or step."""
    return len({*re.findall(r"\w+", text)} & NAMES) > 1


def test_no_string_names_two_statuses() -> None:
    """Help texts, schemas and templates take the words from the table."""
    kinds = {".py", ".sql", ".md", ".html", ".css", ".toml"}
    files = [path for path in sorted((ROOT / "tracker").rglob("*")) if path.suffix in kinds]
    found = {path.relative_to(ROOT).as_posix() for path in files if any(map(names_two, strings(path)))}
    assert found == set(PROSE)


@pytest.mark.parametrize("text", ["slipped,lapsed,dropped", "-- promised, repeated", "due | unclear"])
def test_a_string_that_names_two_statuses_is_seen(text: str) -> None:
    assert names_two(text)


@pytest.mark.parametrize(
    "text",
    [
        '("promised", "dropped")',
        "{Status.LAPSED, Status.DROPPED}",
        '{"lapsed": 1, StepKind.CHANGED: 2}',
        "[('-', Status.DROPPED), ('+', Status.DELIVERED)]",
    ],
)
def test_a_list_of_statuses_is_seen(text: str) -> None:
    assert list(lists(text))


ROWS = {
    "finding": 'StatusRow(Status.PARKED, None, "‖", fate=Fate.DROPPED, is_open=False, is_finding=True),',
    "heading": 'StatusRow(Status.PARKED, None, "‖", fate=Fate.SHELVED, is_open=False, is_finding=True),',
    "step": 'StatusRow(Status.PARKED, StepKind.PARKED, "‖", (Outcome.PARKED,), fate=Fate.EXTENDED, news=7),',
}
"""Statuses that could be added: two that a gate may say no to, of which one has a heading of its own, and one that is
open and well, given by a letter."""
HEADING = "Fate.SHELVED: FateRow(EntryForm.MET, (Phase.SETTLED, 8), case=5, is_judged=True, is_audited=True),"
"""The heading that is added with the one."""
COLOURS = """
[parked]
terminal = "magenta"
page = { light = "#123456", dark = "#654321" }
screen = { dark = "#123456", light = "#123456", contrast = "#123456" }
"""
WEIGHTS = "tracker/language/nl/weights"
RULE = """[[rule]]
id = "report.parked"
means = "Something lies still for a time."
where = { text = '\\bligt tijdelijk stil\\b' }
outcome = "parked"
always = true
confidence = 0.8
yes = ["De bouw van het dok ligt tijdelijk stil."]
no = ["De bouw van het dok ligt op schema."]

"""
"""What reads the step in a letter."""
WORD = {"en": "parkéd", "nl": "geparkéérd"}
SHELVED = {"en": "shélved", "nl": "uitgestáld"}
"""What the made-up status and heading are called; no other word of the tracker has such letters."""


def message_ids(row: StatusRow) -> set[str]:
    """The messages that a status or step asks for by what is true of it."""
    name = row.status or row.step
    asked = {
        "word.{}": True,
        "meaning.{}": row.status is not None,
        "choice.{}": row.status is not None,
        "finding.{}": row.is_finding,
        "finding.count.{}": row.is_finding,
        "case.{}": row.status is not None and FATES[row.fate].is_accusing and not is_slip(row.fate),
        "report.{}": row.status is not None and FATES[row.fate].entry is EntryForm.QUESTION,
        "news.{}": row.news is not None,
        "step.reported-{}": bool(row.outcomes),
    }
    return {family.format(name) for family, is_asked in asked.items() if is_asked}


def is_slip(fate: Fate) -> bool:
    """Whether what is told of a fate is how a deadline moved, and no word for what became of it."""
    return FATES[fate].entry is EntryForm.SLIPPED


HEADINGS = {
    "part.{}": tuple(Fate),
    "part.{}.means": tuple(Fate),
    "chart.fate.{}": tuple(fate for fate in Fate if FATES[fate].is_dated),
    "figure.{}": tuple(fate for fate in Fate if FATES[fate].is_dated),
    "page-one.{}": tuple(fate for fate in Fate if FATES[fate].is_named),
}
"""The messages that a heading asks for; what is undated is in no figure of dated promises."""


def missing(rows: Iterable[StatusRow], known: Container[str]) -> list[str]:
    """The messages that these statuses and their headings ask for and a catalog does not have."""
    headings = {family.format(fate) for family, fates in HEADINGS.items() for fate in fates}
    return sorted(id_ for id_ in headings.union(*map(message_ids, rows)) if id_ not in known)


@pytest.mark.parametrize("language", CATALOGS)
def test_every_status_has_its_messages(language: str) -> None:
    assert missing(TABLE, CATALOGS[language]) == []


def test_a_message_of_a_status_that_is_missing_is_named() -> None:
    row = StatusRow(Status.DROPPED, StepKind.DROPPED, "‖", fate=Fate.DROPPED, news=7, is_finding=True)
    found = missing([row], CATALOGS["en"].keys() - {"news.dropped", "finding.count.dropped", "case.dropped"})
    assert found == ["case.dropped", "finding.count.dropped", "news.dropped"]
    assert missing([row], CATALOGS["en"].keys() - {"part.lapsed.means"}) == ["part.lapsed.means"]


def test_what_is_a_finding_stands_under_a_heading_of_an_audit() -> None:
    assert {FACTS[status].fate for status in FINDINGS} <= set(AUDITED)


def added(top: Path, row: str) -> Path:
    """A copy of the tracker to which a status was added: in the table, in the catalogs and in the colours."""
    for room in ("tracker", "tui"):  # with what is compiled of them; the weights, which are large, stay as they are
        shutil.copytree(ROOT / room, top / room, ignore=shutil.ignore_patterns("weights"))
    (top / WEIGHTS).symlink_to(ROOT / WEIGHTS)
    table = top / "tracker/statuses.py"
    text = table.read_text(encoding="utf-8").replace('LAPSED = "lapsed"', 'LAPSED = "lapsed"\n    PARKED = "parked"', 1)
    if "StepKind.PARKED" in row:
        text = text.replace('SILENT = "silent"', 'SILENT = "silent"\n    PARKED = "parked"')
        text = text.replace('DECLINED = "declined"', 'DECLINED = "declined"\n    PARKED = "parked"')
        rules = top / "tracker/language/nl/reports.toml"
        rules.write_text(rules.read_text(encoding="utf-8").replace("[[rule]]", RULE + "[[rule]]", 1), encoding="utf-8")
    text = re.sub(r"(?m)^    StatusRow\(Status\.CHANGED", rf"    {row}\n\g<0>", text)
    if "Fate.SHELVED" in row:
        headings = top / "tracker/report_headings.py"
        more = headings.read_text(encoding="utf-8").replace('SOFT = "soft"', 'SOFT = "soft"\n    SHELVED = "shelved"')
        more = more.replace("    Fate.SOFT: FateRow", f"    {HEADING}\n    Fate.SOFT: FateRow")
        headings.write_text(more, encoding="utf-8")
    table.write_text(text, encoding="utf-8")
    alike = re.sub(r"PARKED|SHELVED", "DROPPED", row.rstrip(",").replace("Outcome.PARKED", "Outcome.DECLINED"))
    facts = eval(alike, vars(statuses))  # noqa: S307 - a row of this module
    for path in (top / "tracker/i18n/locale").glob("*/LC_MESSAGES/tracker.po"):
        catalog = read_po(io.BytesIO(path.read_bytes()))
        for id_ in message_ids(facts):
            blanks = "".join(f" {{{name}}}" for name in ("number",) if ".count." in id_)
            catalog.add(id_.replace("dropped", "parked"), WORD[path.parents[1].name] + blanks)
        catalog.add("ground.report.parked", WORD[path.parents[1].name])
        for family in HEADINGS if "Fate.SHELVED" in row else ():
            blank = " {number}" if family.startswith("figure") else ""
            catalog.add(family.format("shelved"), SHELVED[path.parents[1].name] + blank)
        with path.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalog)
    with (top / "tracker/views/colours.toml").open("a", encoding="utf-8") as file:
        file.write(COLOURS)
    return top


@pytest.fixture(scope="module", params=ROWS)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the faces of a copy of the tracker say to which a status was added."""
    top = added(tmp_path_factory.mktemp("copy"), ROWS[request.param])
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(top), str(ROOT)]), "TRACKER_ENCODER": "0"}
    command = [sys.executable, str(Path(__file__).parent / "parked.py")]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) | {"row": request.param}


def words(told: Any) -> Iterator[str]:
    """Every text that was said, of whatever depth."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, list | dict):
        yield from (text for part in (told.values() if isinstance(told, dict) else told) for text in words(part))


LEAK = re.compile(
    r"\b(?:word|meaning|choice|finding|finding\.count|case|report|news|figure|part|chart\.fate)\.parked\b"
)


EVERYWHERE = (
    *("report", "html", "screen", "choices", "help", "decide choices", "thread", "report command", "page", "csv"),
)
"""The faces that say the word of every status."""
AUDITED_FACES, GATED_FACES = ("audit", "markdown"), ("topics", "audit help", "hook help")
"""Those that leave out what is open and well, and those that tell what a gate may say no to."""


@pytest.mark.slow
def test_a_new_status_is_told_by_every_face_in_its_own_words(told: Any) -> None:
    """Where its table, its messages and its colours are all that was added; no face says the id of a message."""
    is_finding = told["row"] != "step"
    faces = EVERYWHERE + AUDITED_FACES * (told["row"] != "step") + GATED_FACES * is_finding
    for language in CATALOGS:
        said = told[language]
        assert [face for face in faces if WORD[language] not in said[face]] == [], language
        assert [face for face in ("summary", "decided") if "parked" not in said[face]] == [], language
        assert [leak for text in words(said) for leak in LEAK.findall(text)] == []
        assert ('"parked"' in said["sarif"]) is is_finding
    assert all("parked" in told[form] for form in ("json", "sqlite", "schema"))
    assert told["themes"] == ["#123456"] * len(told["themes"])


@pytest.mark.slow
def test_a_new_heading_is_told_by_every_face_in_its_own_words(told: Any) -> None:
    """Where its row and its messages are all that was added: the sentences, blocks, charts and rulings know it."""
    faces = ("report", "html", "markdown", "audit", "page", "report command", "opening")
    for language in CATALOGS:
        said = [face for face in faces if SHELVED[language] in str(told[language][face])]
        assert said == (list(faces) if told["row"] == "heading" else [])
        assert "fate.shelved" not in str(told[language])


@pytest.mark.slow
def test_a_letter_that_tells_of_a_new_status_brings_its_promise_there(told: Any) -> None:
    """Where a rule reads its outcome, and nothing else was added."""
    assert told["read"] == ("parked" if told["row"] == "step" else "postponed")


@pytest.mark.slow
def test_a_new_status_can_be_ruled(told: Any) -> None:
    assert {told[language]["decide"][0] for language in CATALOGS} == {0}


@pytest.mark.slow
def test_a_gate_says_no_to_a_new_finding_until_it_is_known(told: Any) -> None:
    is_finding = told["row"] != "step"
    for language in CATALOGS:
        code, _, err = told[language]["gate"]
        assert (code, f"{WORD[language]} 1" in err) == (int(is_finding), is_finding)
        assert told[language]["known"][::2] == [0, ""]


@pytest.mark.slow
def test_what_is_said_of_another_status_is_not_said_of_a_new_one(told: Any) -> None:
    """Under the heading of what was dropped it has its own words for what became of it."""
    for language, others in {"en": "withdrawn in|not mentioned", "nl": "ingetrokken in|vernomen"}.items():
        assert [text for text in told[language]["of it"] if re.search(others, text)] == []
        assert told["row"] == "step" or any(WORD[language] in text for text in told[language]["of it"])


@pytest.mark.slow
def test_the_sums_with_a_new_status_add_up(told: Any) -> None:
    for language in CATALOGS:
        said = told[language]
        assert said["threads"] == 7
        assert {sum(row[2:]) - row[1] for rows in said["totals"] for row in rows} == {0}
        assert {sum(row[1] for row in rows) for rows in said["totals"]} == {said["threads"]}
        assert said["bars"] == said["threads"]
        assert said["blocks"] == said["threads"]
        assert said["chosen"] == said["parked"] == 2
