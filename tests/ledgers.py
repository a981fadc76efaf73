"""A small hand-made ledger: two letters of one series with a promise postponed, one delivered and one lapsed."""

from __future__ import annotations

import datetime as dt

from tracker.model import (
    Alignment,
    Commitment,
    DateSource,
    Deadline,
    Evidence,
    Firmness,
    Kind,
    Lateness,
    Ledger,
    Letter,
    Link,
    LinkPart,
    Location,
    Outcome,
    Passage,
    PassageKind,
    Precision,
    Refusal,
    Relation,
    Run,
    Searched,
    Section,
    SectionPair,
    Slip,
    Status,
    StatusReport,
    Step,
    StepKind,
    Thread,
)

HOSTILE = "De \x1b[31mrode\x1b[0m brug \u202ekomt\u202c klaar in 2022. [red]"
OLD_TEXT = (
    "De haven is eind 2021 verdiept. ",
    "Het sluisplan leveren we in oktober 2020 op. ",
    "In juni 2020 informeren we u over de veren. ",
    HOSTILE,
)
NEW_TEXT = (
    "De verdieping van de haven schuift door naar eind 2023, omdat het slib vervuild was. ",
    "Het sluisplan is in november 2020 opgeleverd. ",
    "We starten in 2024 met een proef. ",
)


def year(value: int) -> Deadline:
    """The last quarter of a year."""
    start, end = dt.date(value, 10, 1), dt.date(value, 12, 31)
    return Deadline(f"eind {value}", start, end, f"{start}/{end}", Precision.PART_OF_YEAR)


def month(value: int, number: int, days: int) -> Deadline:
    """One month."""
    start, end = dt.date(value, number, 1), dt.date(value, number, days)
    return Deadline(f"{value}-{number:02}", start, end, f"{value}-{number:02}", Precision.MONTH)


def letter(id_: str, day: dt.date, texts: tuple[str, ...], heading: str) -> Letter:
    """A letter of one section whose passages are the texts."""
    starts = [sum(map(len, texts[:at])) for at in range(len(texts))]
    passages = tuple(
        Passage(f"{id_}/p{at}", f"{id_}/s1", PassageKind.PARAGRAPH, text, (Run(0, start, len(text)),), at + 1, page=1)
        for at, (text, start) in enumerate(zip(texts, starts, strict=True))
    )
    return Letter(
        id_,
        f"{id_}.txt",
        "".join(texts),
        passages,
        (Section(f"{id_}/s1", heading, 1, 1),),
        title=f"Voortgang {day.year}",
        dossier="12 345",
        number=id_.rsplit("-", 1)[-1],
        date=day,
        date_source=DateSource.HEADER,
        signatories=("A. Minister",),
    )


OLD = letter("kst-12345-7", dt.date(2020, 3, 2), OLD_TEXT, "Havens")
NEW = letter("kst-12345-9", dt.date(2021, 9, 1), NEW_TEXT, "Havens en sluizen")


def commitment(of: Letter, at: int, kind: Kind, deadline: Deadline | None) -> Commitment:
    """The passage `at` of a letter as a firm commitment."""
    passage = of.passages[at]
    return Commitment(
        id=f"{of.id}/c-{at}",
        letter=of.id,
        section=passage.section,
        passage=passage.id,
        quote=passage.text.strip(),
        sentence=passage.text.strip(),
        location=Location(1, passage.line, passage.runs[0].source, passage.runs[0].source + len(passage.text)),
        rule="plan",
        confidence=0.9,
        firmness=Firmness.FIRM,
        kind=kind,
        actor="cabinet",
        deadline=deadline,
    )


def report(of: Letter, at: int, outcome: Outcome, old: Deadline | None, new: Deadline | None) -> StatusReport:
    """The passage `at` of a letter as a status report."""
    passage = of.passages[at]
    return StatusReport(
        id=f"{of.id}/r-{at}",
        letter=of.id,
        section=passage.section,
        passage=passage.id,
        quote=passage.text.strip(),
        sentence=passage.text.strip(),
        location=Location(1, passage.line, passage.runs[0].source, passage.runs[0].source + len(passage.text)),
        rule="outcome",
        confidence=0.8,
        outcome=outcome,
        old_deadline=old,
        new_deadline=new,
    )


COMMITMENTS = (
    commitment(OLD, 0, Kind.DELIVER, year(2021)),
    commitment(OLD, 1, Kind.DELIVER, month(2020, 10, 31)),
    commitment(OLD, 2, Kind.INFORM, month(2020, 6, 30)),
    commitment(OLD, 3, Kind.TARGET, year(2022)),
    commitment(NEW, 2, Kind.START, year(2024)),
)
REPORTS = (
    report(NEW, 0, Outcome.DELAYED, year(2021), year(2023)),
    report(NEW, 1, Outcome.DELIVERED, None, None),
)


def step(ref: str, kind: StepKind, why: str) -> Step:
    """A step of the letter that the statement stands in."""
    return Step(ref.partition("/")[0], ref, kind, why)


def thread(id_: str, title: str, status: Status, *steps: Step, lateness: Lateness, late: bool = False) -> Thread:
    """A thread without slips, sure for 0.9."""
    evidence = (Evidence("shared-words", 0.9, title),)
    return Thread(id_, title, status, late, lateness, steps, (), evidence, 0.9)


POSTPONED = Thread(
    "t-aaaa0001",
    "verdieping van de haven",
    Status.POSTPONED,
    False,
    Lateness.UNKNOWN,
    (
        step(COMMITMENTS[0].id, StepKind.PROMISED, "first said here"),
        step(REPORTS[0].id, StepKind.POSTPONED, "schuift door naar"),
    ),
    (
        Slip(
            OLD.id,
            NEW.id,
            dt.date(2021, 12, 31),
            dt.date(2023, 12, 31),
            730,
            "omdat het slib vervuild was",
            COMMITMENTS[0].id,
            REPORTS[0].id,
        ),
    ),
    (Evidence("shared-words", 0.92, "haven, verdieping"),),
    0.92,
    links=(
        Link(
            COMMITMENTS[0].id,
            REPORTS[0].id,
            "shared-words",
            0.92,
            ("haven",),
            (
                LinkPart("word", 3.0, 1.0, 3.0, "haven"),
                LinkPart("prior", 1.0, -8.0, -8.0),
                LinkPart("sections", 1.0, 4.5, 4.5),
                LinkPart("forms", 1.0, 2.0, 2.0, "plan"),
            ),
        ),
    ),
)
DELIVERED = thread(
    "t-aaaa0002",
    "sluisplan",
    Status.DELIVERED,
    step(COMMITMENTS[1].id, StepKind.PROMISED, "first said here"),
    step(REPORTS[1].id, StepKind.DELIVERED, "is opgeleverd"),
    late=True,
    lateness=Lateness.LATE,
)
LAPSED = Thread(
    "t-aaaa0003",
    "informeren over de veren",
    Status.LAPSED,
    False,
    Lateness.UNKNOWN,
    (step(COMMITMENTS[2].id, StepKind.PROMISED, "first said here"), Step(NEW.id, "", StepKind.SILENT, "not mentioned")),
    (),
    (),
    0.7,
    searched=(Searched(NEW.id, NEW.passages[2].id, NEW.passages[2].text, 0.11),),
)
HOSTILE_THREAD = thread(
    "t-aaaa0004",
    HOSTILE,
    Status.PROMISED,
    step(COMMITMENTS[3].id, StepKind.PROMISED, "first said here"),
    lateness=Lateness.UNKNOWN,
)
PROMISED = thread(
    "t-aaaa0005",
    "proef",
    Status.PROMISED,
    step(COMMITMENTS[4].id, StepKind.PROMISED, "first said here"),
    lateness=Lateness.UNKNOWN,
)

SMALL = Ledger(
    as_of=dt.date(2021, 9, 1),
    letters=(OLD, NEW),
    commitments=COMMITMENTS,
    reports=REPORTS,
    threads=(POSTPONED, DELIVERED, LAPSED, HOSTILE_THREAD, PROMISED),
    alignments=(
        Alignment(
            OLD.id, NEW.id, (SectionPair(OLD.sections[0].id, NEW.sections[0].id, Relation.RENAMED, "heading", 0.8),)
        ),
    ),
    refused=(Refusal("scan.pdf", "it has no text layer; run ocrmypdf on it"),),
    name="havens",
)
