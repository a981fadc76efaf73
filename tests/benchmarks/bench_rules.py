"""How often each rule speaks, and how often rightly, on annotated papers: what its confidence rests on.

    python tests/benchmarks/bench_rules.py [CORPUS]

The papers are the letters of seeds/ with the annotations in tests/gold (the rules were made on them), the papers of
other bodies in CORPUS (papers/ and gold/; ../shared/corpus without one), those that were made for training, in
tests/gold/made, and the series in tests/gold/series but for the unseen ones: what a rule does on them, told rule by
rule, would let a rule be fitted to them; then come the sentences of tests/cases/statements.toml, which were written
blind to the rules. A commitment rule is right when its sentence has an annotated commitment of its firmness, or a
doubtful one; a report rule when it has an annotated report of its outcome; a kind rule when the annotated commitment
has its kind; one that says that there is no commitment, or no report, when none is annotated. A statement of a sentence
without an annotated commitment says nothing about its kind rule. The worst come first; the last lines name the rules
that spoke in none of these, without those above which the data file says what needs them, and those that spoke in
made sentences only.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from tracker.extraction.analysed_sentence import AnalysedSentence, analyse_sentence
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.detector import ClauseJudgement
from tracker.extraction.rules import Rule, load_rules
from tracker.language.resources import read_text
from tracker.model import Firmness, Kind, Outcome
from tracker.training.annotations import Gold, Paper, read_papers
from tracker.training.marked import read_marked
from tracker.training.series import labelled_series

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
ENOUGH = 10
"""Times that a rule must have spoken before its own share says anything; below it, its group's does."""
LETTERS = 2
"""The first tallies are of letters, the others of made sentences."""
Tally = dict[str, list[bool]]
Read = tuple[Sequence[AnalysedSentence], Sequence[Sequence[Gold]]]
"""The sentences of a paper with what each states."""


def judge(judged: ClauseJudgement, rows: Sequence[Gold], tally: Tally) -> None:
    """Puts down for each rule that speaks of a clause whether it is right by what its sentence says."""
    told = {row.outcome for row in rows} - {None}
    for rule in judged.report_grounds[:1]:
        tally[rule].append(judged.outcome in told if judged.outcome else not told)
    promises = [row for row in rows if row.firmness is not None]
    if judged.firmness is None:
        for rule in judged.grounds[:1]:
            tally[rule].append(not promises)
        return
    tally[judged.grounds[0]].append(any(row.firmness is judged.firmness or row.doubt for row in promises))
    if judged.firmness is Firmness.FIRM and promises:
        for rule in judged.grounds[1:]:
            tally[rule].append(any(row.kind is judged.kind for row in promises))


def of_papers(papers: Iterable[Paper]) -> Iterator[Read]:
    for paper in papers:
        yield paper.analysed.sentences, paper.labels


def of_cases(path: Path) -> Iterator[Read]:
    """The sentences of a table, each by itself."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for row in (row for name in ("commitment", "report", "none") for row in table[name]):
        gold = Gold(
            row["say"],
            firmness=Firmness(row["firmness"]) if "firmness" in row else None,
            kind=Kind(row["kind"]) if "kind" in row else None,
            outcome=Outcome(row["outcome"]) if "outcome" in row else None,
        )
        yield (analyse_sentence(row["say"], dt.date.fromisoformat(row["date"])),), ((gold,),)


def tally_up(papers: Iterable[Read]) -> Tally:
    tally: Tally = defaultdict(list)
    for sentences, labels in papers:
        for judgement, said in zip(RuleDetector().judge(sentences), labels, strict=True):
            for judged in judgement:
                judge(judged, said, tally)
    return tally


def group(rule: Rule) -> str:
    """The rules that share a figure where one speaks too seldom to have its own."""
    return str(rule.firmness or rule.outcome or rule.kind or "none")


def share(found: list[bool]) -> float:
    return sum(found) / len(found) if found else 0.0


def with_need(text: str) -> set[str]:
    """The ids of the rules of a data file right above which a comment stands: it says what needs them."""
    return set(re.findall(r'^#(?! -).*\n\[\[rule\]\]\nid = "([^"]+)"', text, re.MULTILINE))


def show(name: str, tallies: tuple[Tally, ...]) -> None:
    rules = load_rules(name)
    spoken = {rule.id: [tally[rule.id] for tally in tallies] for rule in rules}
    all_of = {name: list(chain.from_iterable(found)) for name, found in spoken.items()}
    groups: Tally = defaultdict(list)
    for rule in rules:
        groups[group(rule)] += all_of[rule.id]
    heads = " ".join(f"{name:>12}" for name in ("letters", "corpus", "made", "series", "cases"))
    print(f"\n{name:28} {heads} {'share':>6} {'conf.':>6}")
    for rule in sorted(rules, key=lambda rule: (share(all_of[rule.id]), rule.id)):
        found = all_of[rule.id]
        if not found:
            continue
        own, mark = (found, "") if len(found) >= ENOUGH else (groups[group(rule)], f"  (all {group(rule)})")
        counts = " ".join(f"{f'{sum(one)} of {len(one):3}' if one else '':>12}" for one in spoken[rule.id])
        print(f"{rule.id:28} {counts} {share(own):6.2f} {rule.confidence:6.2f}{mark}")
    for kind, found in sorted(groups.items()):
        print(f"  all {kind:22} {sum(found):5} of {len(found):4} {share(found):5.2f}")
    needed = with_need(read_text(name))
    silent = [rule.id for rule in rules if not all_of[rule.id] and rule.id not in needed]
    made = [rule.id for rule in rules if all_of[rule.id] and not any(spoken[rule.id][:LETTERS])]
    print("  never spoke, and nothing says what needs them:", ", ".join(silent) or "none")
    print("  in made sentences only:", ", ".join(made) or "none")


def main(arguments: list[str]) -> int:
    corpus = Path(arguments[0]) if arguments else ROOT.parent / "shared" / "corpus"
    tallies = tuple(
        map(
            tally_up,
            (
                of_papers(paper for gold in (GOLD, GOLD / "ours") for paper in read_papers(ROOT / "seeds", gold)),
                of_papers(read_papers(corpus / "papers", corpus / "gold") if corpus.is_dir() else ()),
                of_papers(read_marked(GOLD / "made")),
                of_papers(labelled_series(GOLD / "series")),
                of_cases(ROOT / "tests" / "cases" / "statements.toml"),
            ),
        )
    )
    for name in ("commitments", "reports", "kinds"):
        show(name, tallies)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
