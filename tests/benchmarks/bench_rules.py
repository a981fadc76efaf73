"""How often each rule speaks, and how often rightly, on annotated letters: what its confidence rests on.

    python tests/benchmarks/bench_rules.py [CORPUS]

The letters are those of seeds/ with the annotations in tests/gold (the rules were made on them), and the papers of
other bodies in CORPUS (papers/ and gold/; ../shared/corpus without one), which the rules were not made on. A commitment
rule is right when an annotated commitment of its firmness, or a doubtful one, says the same; a report rule when an
annotated report of its outcome does; a kind rule when the annotated commitment has its kind. A statement that no
annotated commitment matches says nothing about its kind rule. Quotes agree as in the scorer: nearly the same words, or
one inside the other. The worst come first.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from tracker.documents import load_collection, read_collection
from tracker.extraction.analysis import analyse
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.detector import ClauseJudgement
from tracker.extraction.quote_span import quote_spans
from tracker.extraction.rules import Rule, load_rules
from tracker.model import Firmness, Letter
from tracker.text.normalize import bare_words

ROOT = Path(__file__).parents[2]
ENOUGH = 10
"""Times that a rule must have spoken before its own share says anything; below it, its group's does."""
Rows = list[dict[str, Any]]
Tally = dict[str, list[bool]]


def alike(one: str, other: str) -> bool:
    short, long = sorted((bare_words(one), bare_words(other)), key=len)
    return bool(short) and len(long) <= 4 * len(short) + 160 and fuzz.partial_ratio(short, long) >= 86


def annotations(folders: Iterable[Path], kind: str) -> dict[str, Rows]:
    rows: dict[str, Rows] = defaultdict(list)
    for path in (path for folder in folders for path in sorted(folder.glob(f"*.{kind}.jsonl"))):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows[str(row["letter"])].append(row)
    return rows


def statements(letter: Letter) -> Iterator[tuple[str, ClauseJudgement]]:
    """Each clause that states something, with its quote."""
    sentences = analyse(letter).sentences
    for sentence, judgement in zip(sentences, RuleDetector().judge(sentences), strict=True):
        for judged, (begin, end) in zip(judgement, quote_spans(sentence, judgement), strict=True):
            if judged.states:
                yield sentence.text[begin:end], judged


def judge(letter: Letter, promises: Rows, reports: Rows, tally: Tally) -> None:
    """Puts down for each rule that speaks in a letter whether it is right."""
    for quote, judged in statements(letter):
        if judged.outcome:
            outcomes = {row["outcome"] for row in reports if alike(quote, row["quote"])}
            tally[judged.report_grounds[0]].append(judged.outcome in outcomes)
        if judged.firmness is None:
            continue
        said = [row for row in promises if alike(quote, row["quote"])]
        tally[judged.grounds[0]].append(any(row["firmness"] == judged.firmness or row.get("doubt") for row in said))
        if judged.firmness is Firmness.FIRM and said:
            for rule in judged.grounds[1:]:
                tally[rule].append(any(row["kind"] == judged.kind for row in said))


def seeds() -> Iterator[tuple[str, Letter]]:
    for letter in read_collection(load_collection(ROOT / "seeds")).letters:
        yield str(letter.anchor or "")[:4], letter


def papers(corpus: Path) -> Iterator[tuple[str, Letter]]:
    """Each paper read as a collection of its own, with the name that its annotations use."""
    for path in sorted((corpus / "papers").iterdir()):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(path, folder)
            for letter in read_collection(load_collection(Path(folder))).letters:
                yield path.stem, letter


def tally_up(letters: Iterable[tuple[str, Letter]], folders: list[Path]) -> Tally:
    promises, reports = annotations(folders, "commitments"), annotations(folders, "reports")
    tally: Tally = defaultdict(list)
    for name, letter in letters:
        if name in promises or name in reports:
            judge(letter, promises[name], reports[name], tally)
    return tally


def group(rule: Rule) -> str:
    """The rules that share a figure where one speaks too seldom to have its own."""
    return str(rule.firmness or rule.outcome or rule.kind or "none")


def share(found: list[bool]) -> float:
    return sum(found) / len(found) if found else 0.0


def show(title: str, rules: list[Rule], made: Tally, unseen: Tally) -> None:
    groups: Tally = defaultdict(list)
    for rule in rules:
        groups[group(rule)] += made[rule.id] + unseen[rule.id]
    print(f"\n{title:28} {'letters':>12} {'corpus':>12} {'share':>6} {'conf.':>6}")
    for rule in sorted(rules, key=lambda rule: (share(unseen[rule.id] or made[rule.id]), rule.id)):
        both = made[rule.id] + unseen[rule.id]
        own = share(both if len(both) >= ENOUGH else groups[group(rule)])
        spoke = [f"{sum(found):5} of {len(found):3}" if found else "" for found in (made[rule.id], unseen[rule.id])]
        mark = "" if len(both) >= ENOUGH else f"  (all {group(rule)})"
        print(f"{rule.id:28} {spoke[0]:>12} {spoke[1]:>12} {own:6.2f} {rule.confidence:6.2f}{mark}")
    for name, found in sorted(groups.items()):
        print(f"  all {name:22} {'':12} {sum(found):5} of {len(found):4} {share(found):5.2f}")


def main(arguments: list[str]) -> int:
    corpus = Path(arguments[0]) if arguments else ROOT.parent / "shared" / "corpus"
    made = tally_up(seeds(), [ROOT / "tests/gold", ROOT / "tests/gold/ours"])
    unseen = tally_up(papers(corpus), [corpus / "gold"]) if corpus.is_dir() else defaultdict(list)
    for name in ("commitments", "reports", "kinds"):
        show(name, [rule for rule in load_rules(name) if rule.firmness or rule.outcome or rule.kind], made, unseen)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
