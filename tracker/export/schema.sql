-- The ledger of a collection of letters as of a date. Dates are days as ISO 8601 writes them (2024-06-26), null where none
-- is known; scores and confidences go from 0 to 1; yes is 1 and no is 0; positions count from 1.

-- What the ledger is about, in one row.
CREATE TABLE ledger (
  name TEXT,                -- the folder of letters
  as_of TEXT,               -- the day that the verdicts are given on
  written_by TEXT,          -- the tracker and its version
  detector TEXT             -- what read the sentences: stack, or stack+encoder
);

-- What a reader should know: assumptions, contradictions, rulings that no longer apply.
CREATE TABLE notices (
  notice TEXT               -- one sentence
);

-- Files that could not be read.
CREATE TABLE refused (
  path TEXT PRIMARY KEY,    -- the file in the collection
  reason TEXT               -- why, with the remedy
);

-- The letters of the series.
CREATE TABLE letters (
  id TEXT PRIMARY KEY,      -- the paper ("kst-27923-492"), else the file's name
  path TEXT,                -- the file in the collection
  position INTEGER,         -- its place in the series, oldest first
  title TEXT,               -- its subject
  dossier TEXT,             -- the number of the dossier
  number TEXT,              -- the number in the dossier
  date TEXT,                -- the day that it was written
  earliest TEXT,            -- where that day is not known: not before
  latest TEXT,              -- where that day is not known: not after
  date_source TEXT          -- where the date was found: header, manifest, inferred, unknown
);

-- Who signed a letter.
CREATE TABLE signatories (
  letter TEXT REFERENCES letters(id), -- the letter
  position INTEGER,         -- first, second …
  name TEXT,                -- as printed
  office TEXT,              -- as printed with the name, null where none is
  PRIMARY KEY (letter, position)
);

-- The headings of a letter.
CREATE TABLE sections (
  id TEXT PRIMARY KEY,      -- stable as long as the letter is
  letter TEXT REFERENCES letters(id), -- the letter
  parent TEXT REFERENCES sections(id), -- the section that it is part of
  position INTEGER,         -- its place in the letter
  level INTEGER,            -- 1 is the top
  heading TEXT              -- as printed
);

-- Subjects that run through the letters.
CREATE TABLE topics (
  id TEXT PRIMARY KEY,      -- stable as long as its sections are
  label TEXT                -- what it is called here
);

-- Which sections treat a topic.
CREATE TABLE topic_sections (
  topic TEXT REFERENCES topics(id), -- the topic
  section TEXT REFERENCES sections(id), -- the section
  PRIMARY KEY (topic, section)
);

-- What letters say: promises, and reports of what became of them. The views commitments and reports tell them apart.
CREATE TABLE statements (
  id TEXT PRIMARY KEY,      -- made of the letter and the quote
  what TEXT,                -- commitment or report
  letter TEXT REFERENCES letters(id), -- the letter that says it
  section TEXT REFERENCES sections(id), -- under which heading, null before the first
  quote TEXT,               -- the words of the letter
  page INTEGER,             -- where they stand: page, null where the file has none
  line INTEGER,             -- where they stand: line
  firmness TEXT,            -- of a commitment: firm or soft
  kind TEXT,                -- of a commitment: inform, deliver, start, legislate, fund, evaluate, target, continue
  actor TEXT,               -- of a commitment: who is to act
  deadline_text TEXT,       -- of a commitment: the words that say when it is due
  deadline_start TEXT,      -- the first day that these mean
  deadline_end TEXT,        -- the last day that these mean
  deadline_edtf TEXT,       -- both in the Extended Date/Time Format
  deadline_precision TEXT,  -- day, month, season, part-of-year, year, open
  outcome TEXT,             -- of a report: {outcomes}
  old_deadline TEXT,        -- of a report: the last day of the deadline that it moves or was met
  new_deadline TEXT,        -- of a report: the last day of the deadline that it sets
  happened_start TEXT,      -- of a report: the first day on which it can have happened
  happened_end TEXT,        -- of a report: the last such day
  tentative INTEGER,        -- of a report: 1 where it is one because an earlier letter promises it, else 0
  rule TEXT,                -- the rule that read it so
  confidence REAL           -- how sure that is
);

-- The figures in a statement.
CREATE TABLE amounts (
  statement TEXT REFERENCES statements(id), -- the statement
  text TEXT,                -- as the letter has it
  value REAL,               -- the figure
  unit TEXT,                -- EUR, %, leraren …
  per TEXT,                 -- for one that recurs: year, month …
  was REAL                  -- the figure before, where the statement tells it
);

-- The papers, motions and registered promises that a statement names.
CREATE TABLE mentions (
  statement TEXT REFERENCES statements(id), -- the statement
  kind TEXT,                -- kamerstuk, motie, toezegging …
  paper TEXT,               -- its id
  text TEXT                 -- as the letter has it
);

-- Promises through the years, each with its verdict.
CREATE TABLE threads (
  id TEXT PRIMARY KEY,      -- stable when letters are added
  title TEXT,               -- what it is about
  status TEXT,              -- {statuses}
  by_letters TEXT,          -- what that is by the letters alone, where parliament's register says otherwise
  late INTEGER,             -- whether it is late on every reading of both dates
  partly INTEGER,           -- 1 when all that is reported as done is a part of it
  lateness TEXT,            -- late, on_time, depends, unknown
  confidence REAL,          -- how sure the verdict is
  topic TEXT REFERENCES topics(id), -- the subject that it belongs to
  decided_by TEXT,          -- the analyst who ruled on its status
  note TEXT                 -- what the analyst remarked
);

-- What each letter did to a promise.
CREATE TABLE members (
  thread TEXT REFERENCES threads(id), -- the promise
  position INTEGER,         -- in the order of the letters
  letter TEXT REFERENCES letters(id), -- the letter
  statement TEXT REFERENCES statements(id), -- what it said, null where it was silent
  step TEXT,                -- {steps}
  why TEXT,                 -- the rule and the words that say so
  old_end TEXT,             -- of a step that prolongs: the last day as it was
  new_end TEXT,             -- of a step that prolongs: the last day from now on
  PRIMARY KEY (thread, position)
);

-- The moves of a deadline to later.
CREATE TABLE slips (
  thread TEXT REFERENCES threads(id), -- the promise
  position INTEGER,         -- first move, second …
  from_letter TEXT REFERENCES letters(id), -- the letter that set the old deadline
  to_letter TEXT REFERENCES letters(id), -- the letter that moved it
  from_statement TEXT REFERENCES statements(id), -- its words
  to_statement TEXT REFERENCES statements(id), -- its words
  old_end TEXT,             -- the last day of the old deadline
  new_end TEXT,             -- the last day of the new one, null where none was given
  days INTEGER,             -- days between the two
  explained TEXT,           -- the letter's explanation in its own words, null where it gives none
  PRIMARY KEY (thread, position)
);

-- What holds the statements of a promise together.
CREATE TABLE links (
  thread TEXT REFERENCES threads(id), -- the promise
  position INTEGER,         -- first link, second …
  from_statement TEXT REFERENCES statements(id), -- the earlier statement
  to_statement TEXT REFERENCES statements(id), -- the later one
  rule TEXT,                -- what carries the link most
  score REAL,               -- how sure the link is
  PRIMARY KEY (thread, position)
);

-- The parts of the evidence of each link; those of a link add up to its evidence. What a rule within one letter found,
-- that holds or not, weighs nothing.
CREATE TABLE link_parts (
  thread TEXT REFERENCES threads(id), -- the promise
  link INTEGER,             -- the position of the link
  position INTEGER,         -- first part, second …
  name TEXT,                -- what was compared: word, sections, forms, deadlines, cue …
  value REAL,               -- what was found
  weight REAL,              -- what one of it counts
  contribution REAL,        -- value times weight, in nats: above 0 speaks for one promise
  text TEXT,                -- the word, form, days or papers found
  PRIMARY KEY (thread, link, position),
  FOREIGN KEY (thread, link) REFERENCES links(thread, position) -- the link that it is a part of
);

-- What the part "by-rule" of a link rests on: the parts of its evidence as they were weighed by hand, which add up to 0
-- or more.
CREATE TABLE link_parts_by_hand (
  thread TEXT REFERENCES threads(id), -- the promise
  link INTEGER,             -- the position of the link
  position INTEGER,         -- first part, second …
  name TEXT,                -- what was compared
  value REAL,               -- what was found
  weight REAL,              -- what one of it counts
  contribution REAL,        -- value times weight, in nats
  text TEXT,                -- the word, form, days or papers found
  PRIMARY KEY (thread, link, position),
  FOREIGN KEY (thread, link) REFERENCES links(thread, position) -- the link that it is a part of
);

-- The grounds of links and verdicts.
CREATE TABLE evidence (
  thread TEXT REFERENCES threads(id), -- the promise
  position INTEGER,         -- the first weighs most
  rule TEXT,                -- the rule
  score REAL,               -- how strong a ground it is
  text TEXT,                -- the words that it rests on
  PRIMARY KEY (thread, position)
);

-- The proof of silence: the later letters that were searched for a promise.
CREATE TABLE searched (
  thread TEXT REFERENCES threads(id), -- the promise
  letter TEXT REFERENCES letters(id), -- the letter
  text TEXT,                -- its passage nearest to the promise
  score REAL,               -- how near that is
  PRIMARY KEY (thread, letter)
);

-- Papers of the same dossiers that the letters cite and the collection lacks, a row for each letter that cites one.
CREATE TABLE missing_papers (
  paper TEXT,               -- kst-DOSSIER-NUMBER
  dossier TEXT,             -- its dossier
  number TEXT,              -- its number there
  letter TEXT REFERENCES letters(id), -- a letter that cites it
  PRIMARY KEY (paper, letter)
);

-- Statements that are possibly about a promise, and take no part in the verdict.
CREATE TABLE candidates (
  thread TEXT REFERENCES threads(id), -- the promise
  statement TEXT REFERENCES statements(id), -- the statement
  score REAL,               -- how likely it is
  why TEXT,                 -- what speaks for it
  PRIMARY KEY (thread, statement)
);

-- The promises of parliament's register that promises of the letters are.
CREATE TABLE registered (
  thread TEXT REFERENCES threads(id), -- the promise
  number TEXT,              -- its number in the register
  status TEXT,              -- its status there, in the register's words
  met INTEGER,              -- whether that says that it was met
  unclear INTEGER,          -- whether those words are none that are known, so that nobody knows if it was met
  twins INTEGER,            -- how many other promises the register has under this number
  ground TEXT,              -- what says that it is this one: ruled, carried, changes, words; asked where nobody ruled yet
  who TEXT,                 -- who ruled so, where somebody did
  score REAL,               -- how sure linking is of it
  text TEXT,                -- the promise in the register's words
  PRIMARY KEY (thread, number)
);

-- Two letters compared.
CREATE TABLE alignments (
  id INTEGER PRIMARY KEY,   -- a number
  from_letter TEXT REFERENCES letters(id), -- the older
  to_letter TEXT REFERENCES letters(id) -- the newer
);

-- The sections of two letters, matched.
CREATE TABLE pairs (
  alignment INTEGER REFERENCES alignments(id), -- the comparison
  from_section TEXT REFERENCES sections(id), -- in the older letter, null where the newer one is new
  to_section TEXT REFERENCES sections(id), -- in the newer letter, null where the older one is gone
  relation TEXT,            -- same, renamed, split, merged, moved, new, gone
  matched_by TEXT,          -- how they were found
  score REAL                -- how alike they are
);

-- The promises that letters make.
CREATE VIEW commitments AS
SELECT id, letter, section, quote, page, line, firmness, kind, actor, deadline_text, deadline_start, deadline_end,
  deadline_edtf, deadline_precision, rule, confidence
FROM statements WHERE what = 'commitment';

-- What letters tell of the outcome of something promised or running earlier.
CREATE VIEW reports AS
SELECT id, letter, section, quote, page, line, outcome, old_deadline, new_deadline, happened_start, happened_end,
  tentative, rule, confidence
FROM statements WHERE what = 'report';
