-- Two more kinds of records, and their projections of the journal.
CREATE TABLE visits(
  record_id BLOB PRIMARY KEY,
  version INTEGER NOT NULL,
  trunk INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL,
  patient BLOB NOT NULL,
  event TEXT NOT NULL,
  repeat INTEGER NOT NULL,
  status INTEGER NOT NULL,
  visit_date TEXT NOT NULL,
  voided INTEGER NOT NULL,
  body BLOB                -- sealed
);
CREATE INDEX visits_slot ON visits(patient, event, repeat);
CREATE TABLE queries(
  record_id BLOB PRIMARY KEY,
  version INTEGER NOT NULL,
  trunk INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL,
  patient BLOB NOT NULL,
  report BLOB NOT NULL,    -- empty: of the patient as such
  item TEXT NOT NULL,
  type INTEGER NOT NULL,
  status INTEGER NOT NULL,
  assignee TEXT NOT NULL,
  raised_at TEXT NOT NULL,
  voided INTEGER NOT NULL,
  body BLOB                -- sealed
);
CREATE INDEX queries_of_report ON queries(report, item);
CREATE INDEX queries_of_patient ON queries(patient);
