"""Tests are found by the name of what they test: the tree of tests is that of the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.parsed import nodes_of

ROOT = Path(__file__).parent.parent

ACROSS = {
    "commands/test_exit_codes.py": "what each fault gives, whichever command meets it",
    "commands/test_same_everywhere.py": "the same bytes from every door",
    "commands/test_stale.py": "rulings that are not applied, as every face tells them",
    "commands/test_story.py": "what the first screen tells of the five letters",
    "commands/test_verbs.py": "what holds for every verb",
    "commands/test_withdraw.py": "a subcommand of decide with tests enough for a file",
    "documents/formats/test_formats_agree.py": "one paper in every format",
    "documents/formats/test_reading_order.py": "the order of a page against the places of its words",
    "documents/test_hostile.py": "hostile documents of every format",
    "documents/test_samples.py": "letters of other ministries, read whole",
    "documents/test_seeds.py": "the five letters, read whole",
    "extraction/test_outcomes.py": "the outcomes of verbs and phrases, whichever rule reads them",
    "hooks/test_repositories.py": "hooks in every kind of repository",
    "i18n/test_faces.py": "both languages in every face",
    "i18n/test_grounds.py": "rules of statements and the catalogs",
    "language/nl/test_examples.py": "the word lists of Dutch",
    "language/test_no_dutch.py": "where words of a language may stand",
    "i18n/test_leaks.py": "every face of a collection on disk in each language",
    "render/test_browser.py": "pages in a real browser",
    "render/test_formats.py": "every form of a sheet beside the others",
    "render/test_hostile_letter.py": "a hostile letter in every form",
    "sources/test_corrected.py": "what services correct of a paper, whichever module has it",
    "sources/test_taken_back.py": "facts of letters.toml that a source takes back",
    "sources/test_faults.py": "what real services do, from the command to the folder",
    "sources/test_lying_files.py": "files that are not what they say, from the answer to the folder",
    "sources/test_readme.py": "what the README says of fetching",
    "sources/test_recorded.py": "answers of the real services",
    "sources/test_renamed.py": "papers that change their names, from the command to the folder",
    "sources/test_reprinted.py": "papers that are printed anew, from the answer to the folder",
    "sources/test_resuming.py": "rounds that are killed",
    "tui/test_conventions.py": "what holds for every screen",
    "tui/test_jobs.py": "what an analyst does, over several screens",
    "tui/test_small_terminals.py": "every screen where there is hardly room",
    "tui/test_snapshots.py": "pictures of every screen",
    "tui/test_walls.py": "what modules of tui import",
    "test_asking.py": "what linking and status may read",
    "test_clones.py": "functions that stand twice",
    "test_docs.py": "the README",
    "test_gold.py": "the whole way against annotations",
    "test_mirror.py": "this",
    "test_names.py": "what public classes and types are called",
    "test_processor.py": "what tests measure growth with",
    "test_stability.py": "the whole way, with a letter more or less",
    "test_survival.py": "the whole way with accidents in the letters",
    "test_verdicts.py": "short series of letters, from their text to the verdict",
    "test_walls.py": "what rooms import",
    "test_origins.py": "the numbers of every room",
}
"""Tests of more than one module, each with what it is about."""


def places(test: Path) -> list[Path]:
    """Where the module or package of a test may stand: tests/ROOM/test_X.py tests tracker/ROOM/X or tui/X."""
    room, name = test.parent, test.stem.removeprefix("test_")
    homes = [Path("tracker") / room / name]
    if room.name == "tui":
        screen = Path("tui", "screens", name.removesuffix("_screen"))
        homes += [room / name, screen, Path("tui", "widgets", name)]
    return [place for home in homes for place in (ROOT / home, (ROOT / home).with_suffix(".py"))]


def test_each_test_is_named_after_what_it_tests() -> None:
    tests = {path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")}
    lost = {test.as_posix() for test in tests if not any(place.exists() for place in places(test))}
    assert lost == set(ACROSS)


UNTESTED = {
    "training/base_layers.py": "test_encoder.py and test_meaning_encoder.py train on them",
    "training/encoder_file.py": "test_encoder.py reads the file back with the network that it is made of",
    "tui/host.py": "a Protocol: what screens take the app for, which tests/tui/stage.py is too",
}
"""Modules that have a function and no test of their own name, each with the reason."""


def names_of_test(house: str, module: Path) -> list[str]:
    """The names that the test of a module may have, by its place in tracker or tui."""
    if house == "tracker":
        return [f"{module.parent.as_posix()}/test_{module.name}".removeprefix("./")]
    return [f"tui/test_{module.name}", f"tui/test_{module.stem}_screen.py"]


def without_test(top: Path = ROOT) -> set[str]:
    """The modules with a function for which there is no test of their name."""
    return {
        module.as_posix() if house == "tracker" else f"tui/{module.as_posix()}"
        for house in ("tracker", "tui")
        for path in (top / house).rglob("*.py")
        if not path.name.startswith("__") and _DEFINES.search(path.read_text(encoding="utf-8"))
        for module in [path.relative_to(top / house)]
        if not any((top / "tests" / name).is_file() for name in names_of_test(house, module))
    }


_DEFINES = re.compile(r"^\s*(?:async )?def ", re.MULTILINE)


def test_each_module_of_every_room_has_a_test_of_its_name() -> None:
    """One that is no longer there, or has its test, must go from the list."""
    assert without_test() == set(UNTESTED)


def test_a_module_without_its_test_is_seen(tmp_path: Path) -> None:
    places = {f"tracker/text/{name}.py": "def f() -> None: ...\n" for name in "abc"}
    places |= {f"tui/{name}.py": "async def f() -> None: ...\n" for name in ("x", "screens/y", "widgets/z", "w")}
    places |= {"tests/text/test_b.py": "", "tests/text/test_d.py": "from tracker.text.c import f\n"}
    places |= {"tests/tui/test_x.py": "", "tests/tui/test_y_screen.py": "", "tests/tui/test_z.py": ""}
    for place, text in (places | {"tracker/text/data.py": "LEAST = 1\n"}).items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text, encoding="utf-8")
    assert without_test(tmp_path) == {"text/a.py", "text/c.py", "tui/w.py"}


def private_names(path: Path) -> list[str]:
    """The private names of the program that a test imports."""
    nodes = [node for node in nodes_of(path.read_text(encoding="utf-8")) if isinstance(node, ast.ImportFrom)]
    ours = [node for node in nodes if (node.module or "").partition(".")[0] in {"tracker", "tui"}]
    return [row.name for node in ours for row in node.names if row.name.startswith("_") and not row.name.endswith("__")]


def test_what_is_tested_is_public() -> None:
    """What only its module may use is tested by what the module gives."""
    found = {str(path.relative_to(ROOT)): private_names(path) for path in (ROOT / "tests").rglob("*.py")}
    assert {place: names for place, names in found.items() if names} == {}


def test_a_private_name_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "test_x.py"
    path.write_text("import os\nfrom tracker.status.verdict import _told, judge\n", encoding="utf-8")
    assert private_names(path) == ["_told"]
