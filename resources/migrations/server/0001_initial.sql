-- SPDX-License-Identifier: GPL-3.0-or-later
-- The server's store. In clear: pseudonyms, identifiers, states, times, counts. Bodies are sealed (SECURITY.md).

CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- One row a site: its counter, and the device under which the server itself writes there.
CREATE TABLE sites(
  site_no INTEGER PRIMARY KEY,
  site TEXT NOT NULL UNIQUE,
  last_seq INTEGER NOT NULL DEFAULT 0,
  server_device BLOB NOT NULL);

CREATE TABLE accounts(
  user_name TEXT PRIMARY KEY,
  display_name TEXT NOT NULL,
  role TEXT NOT NULL,
  site TEXT NOT NULL,
  password_hash BLOB NOT NULL,
  created_ms INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE sessions(
  session BLOB PRIMARY KEY,
  user_name TEXT NOT NULL,
  device TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  revoked_ms INTEGER) WITHOUT ROWID;

CREATE TABLE refresh_tokens(
  token_hash BLOB PRIMARY KEY,
  session BLOB NOT NULL REFERENCES sessions(session),
  expires_ms INTEGER NOT NULL,
  used_ms INTEGER) WITHOUT ROWID;
CREATE INDEX refresh_tokens_expiry ON refresh_tokens(expires_ms);

-- The head of every device's audit chain.
CREATE TABLE devices(
  site_no INTEGER NOT NULL,
  device BLOB NOT NULL,
  n INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY(site_no, device)) WITHOUT ROWID;

-- The journal: change_id = site_no * 2^40 + the site's sequence number, so that a site's changes lie together in order.
CREATE TABLE changes(
  change_id INTEGER PRIMARY KEY,
  op_id BLOB NOT NULL,
  received_ms INTEGER NOT NULL,
  version INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  code TEXT,
  fields TEXT,
  body BLOB NOT NULL);
CREATE UNIQUE INDEX changes_op ON changes(op_id);
CREATE TRIGGER changes_are_final BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'changes are final'); END;
CREATE TRIGGER changes_stay BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'changes stay'); END;

-- What was refused for good, so that the same operation gets the same answer and is not lost.
CREATE TABLE rejections(
  op_id BLOB PRIMARY KEY,
  site_no INTEGER NOT NULL,
  received_ms INTEGER NOT NULL,
  code TEXT NOT NULL,
  field TEXT NOT NULL,
  message TEXT NOT NULL,
  body BLOB NOT NULL) WITHOUT ROWID;

-- Projection: records as the fold of their changes. state is NULL while the first change is all there is.
CREATE TABLE records(
  record_id BLOB PRIMARY KEY,
  site_no INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  version INTEGER NOT NULL,
  first_change INTEGER NOT NULL,
  patient BLOB,
  event TEXT,
  form TEXT,
  repeat INTEGER,
  state BLOB) WITHOUT ROWID;

-- Projection: patients by identifier, with the JSON they are answered with (sealed).
-- Bodies lie in the table, so that the index by identifier stays small.
CREATE TABLE patients(
  patient_no INTEGER PRIMARY KEY,
  site_no INTEGER NOT NULL,
  patient_id TEXT NOT NULL,
  record_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  duplicate INTEGER NOT NULL,
  body BLOB NOT NULL,
  UNIQUE(site_no, patient_id, duplicate, record_id));
CREATE INDEX patients_record ON patients(record_id);
