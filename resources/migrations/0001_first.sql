-- The first schema of a workspace. Sealed columns hold an envelope of core/security/keyring.h; all else is pseudonyms, states,
-- times and counts.
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Every change, of this desk and of the others, once and for ever.
CREATE TABLE journal(
  id INTEGER PRIMARY KEY,
  device BLOB NOT NULL,
  n INTEGER NOT NULL,
  op_id BLOB NOT NULL,
  type INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  record_id BLOB NOT NULL,
  base_version INTEGER NOT NULL,
  user TEXT NOT NULL,
  role INTEGER NOT NULL,
  utc_ms INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  schema TEXT NOT NULL,
  prev BLOB NOT NULL,
  hash BLOB NOT NULL,
  old_digest BLOB NOT NULL,
  new_digest BLOB NOT NULL,
  reason BLOB,     -- sealed
  body_ident BLOB, -- sealed
  body_clin BLOB   -- sealed
);
CREATE UNIQUE INDEX journal_op ON journal(op_id);
CREATE UNIQUE INDEX journal_chain ON journal(device, n);
CREATE INDEX journal_record ON journal(record_id);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- What the server said of an operation; an own one without a row here is not acknowledged yet.
CREATE TABLE feed(
  op INTEGER PRIMARY KEY REFERENCES journal(id),
  seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  code TEXT NOT NULL DEFAULT '',
  attempts INTEGER NOT NULL DEFAULT 0,
  received_ms INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX feed_seq ON feed(seq);

-- Own operations on their way. Those with n above meta 'sent_n' are simply queued and need no row.
CREATE TABLE delivery(
  op INTEGER PRIMARY KEY REFERENCES journal(id),
  state INTEGER NOT NULL,
  batch BLOB,
  attempts INTEGER NOT NULL DEFAULT 0,
  retry_ms INTEGER NOT NULL DEFAULT 0,
  code TEXT NOT NULL DEFAULT '',
  field TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT ''
);
CREATE TABLE receipts(
  n INTEGER PRIMARY KEY,
  hash BLOB NOT NULL,
  server_ms INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  key_id TEXT NOT NULL,
  public_key BLOB NOT NULL,
  signature BLOB NOT NULL
);

-- Projections of the journal: what screens read, rebuilt from it with equal content.
CREATE TABLE patients(
  record_id BLOB PRIMARY KEY,
  version INTEGER NOT NULL,
  trunk INTEGER NOT NULL,  -- the server's version of it
  patient_id TEXT NOT NULL,
  site_id TEXT NOT NULL,
  status INTEGER NOT NULL,
  enrolled INTEGER NOT NULL,
  voided INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL,
  ident BLOB,              -- sealed
  clin BLOB                -- sealed
) WITHOUT ROWID;
CREATE INDEX patients_id ON patients(patient_id);
CREATE TABLE reports(
  record_id BLOB PRIMARY KEY,
  version INTEGER NOT NULL,
  trunk INTEGER NOT NULL,
  patient BLOB NOT NULL,
  event TEXT NOT NULL,
  form TEXT NOT NULL,
  repeat INTEGER NOT NULL,
  status INTEGER NOT NULL,
  report_date TEXT NOT NULL,
  voided INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL,
  body BLOB                -- sealed
);
CREATE INDEX reports_slot ON reports(patient, event, form, repeat);

-- Submissions waiting to be checked, scored and sealed; a row goes in the transaction that appends its operation.
CREATE TABLE submissions(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  quarantined INTEGER NOT NULL DEFAULT 0,
  source TEXT NOT NULL,
  form TEXT NOT NULL,
  record_id BLOB NOT NULL,
  user TEXT NOT NULL,
  role INTEGER NOT NULL,
  queued_ms INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  code TEXT NOT NULL DEFAULT '',
  field TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  body BLOB NOT NULL       -- sealed
);

CREATE TABLE drafts(
  key TEXT PRIMARY KEY,
  record_id BLOB,
  base_version INTEGER NOT NULL,
  patient BLOB,
  form TEXT NOT NULL,
  event TEXT NOT NULL,
  repeat INTEGER NOT NULL,
  current_item TEXT NOT NULL,
  saved_ms INTEGER NOT NULL,
  body BLOB NOT NULL       -- sealed
) WITHOUT ROWID;

CREATE TABLE key_slots(
  user TEXT PRIMARY KEY,
  display_name TEXT NOT NULL,
  role INTEGER NOT NULL,
  key_id INTEGER NOT NULL,
  kdf_operations INTEGER NOT NULL,
  kdf_memory INTEGER NOT NULL,
  kdf_salt BLOB NOT NULL,
  uses_device_secret INTEGER NOT NULL,
  wrapped_ident BLOB,
  wrapped_clin BLOB
) WITHOUT ROWID;
CREATE TABLE recovery_slot(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  key_id INTEGER NOT NULL,
  public_key BLOB NOT NULL,
  sealed_ident BLOB,
  sealed_clin BLOB
);
CREATE TABLE sign_in_failures(user TEXT PRIMARY KEY, failures INTEGER NOT NULL, last_ms INTEGER NOT NULL) WITHOUT ROWID;
