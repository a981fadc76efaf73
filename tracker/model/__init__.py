"""The words of the tracker as frozen value types and closed enums.

Everything that passes between two stages is one of these. Nothing here computes; nobody changes an instance.
Offsets are characters, dates are calendar days, intervals include both ends.
"""

from tracker.model.alignment import Alignment, Edit, EditKind, PassagePair, Relation, SectionPair
from tracker.model.letters import (
    Collection,
    DateSource,
    Letter,
    NoteMark,
    Passage,
    PassageKind,
    Refusal,
    Run,
    Section,
    SourceFile,
)
from tracker.model.statements import (
    Amount,
    Commitment,
    Deadline,
    Firmness,
    Kind,
    Location,
    Outcome,
    Precision,
    Reference,
    Statement,
    StatusReport,
)
from tracker.model.statuses import Status, StepKind
from tracker.model.threads import (
    Candidate,
    Evidence,
    Lateness,
    Ledger,
    Link,
    LinkPart,
    Searched,
    Slip,
    Step,
    Thread,
    Topic,
)

__all__ = [
    "Alignment",
    "Amount",
    "Candidate",
    "Collection",
    "Commitment",
    "DateSource",
    "Deadline",
    "Edit",
    "EditKind",
    "Evidence",
    "Firmness",
    "Kind",
    "Lateness",
    "Ledger",
    "Letter",
    "Link",
    "LinkPart",
    "Location",
    "NoteMark",
    "Outcome",
    "Passage",
    "PassageKind",
    "PassagePair",
    "Precision",
    "Reference",
    "Refusal",
    "Relation",
    "Run",
    "Searched",
    "Section",
    "SectionPair",
    "Slip",
    "SourceFile",
    "Statement",
    "Status",
    "StatusReport",
    "Step",
    "StepKind",
    "Thread",
    "Topic",
]
