-- SPDX-FileCopyrightText: 2026 The Vestibule authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Times are milliseconds of UTC since 1970. Ids are text. Columns called sealed, payload, or of the
-- table visit_order hold personal data and are encrypted (app/store/seal.h); no other column may.
-- One statement per semicolon at the end of a line.

CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    pin_hash TEXT NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE patient (
    id TEXT PRIMARY KEY,
    sealed BLOB NOT NULL,
    revision BIGINT NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE link (
    kind TEXT NOT NULL,
    local_id TEXT NOT NULL,
    system TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    stamp TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    synced_ms BIGINT NOT NULL,
    PRIMARY KEY (kind, local_id)
);
CREATE INDEX link_remote ON link (kind, remote_id);
CREATE INDEX link_local ON link (local_id);

CREATE TABLE product (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    fields TEXT NOT NULL
);
CREATE TABLE provider (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    fields TEXT NOT NULL
);
CREATE TABLE room (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    fields TEXT NOT NULL
);
CREATE TABLE busy_block (
    provider TEXT NOT NULL,
    event_id TEXT NOT NULL,
    start_ms BIGINT NOT NULL,
    end_ms BIGINT NOT NULL
);
CREATE INDEX busy_block_time ON busy_block (start_ms);
CREATE INDEX busy_block_event ON busy_block (provider, event_id);

-- An appointment and its visit are one record.
CREATE TABLE visit (
    id TEXT PRIMARY KEY,
    patient TEXT NOT NULL DEFAULT '',
    provider TEXT NOT NULL DEFAULT '',
    room TEXT NOT NULL DEFAULT '',
    start_ms BIGINT NOT NULL,
    end_ms BIGINT NOT NULL,
    kind TEXT NOT NULL,
    origin TEXT NOT NULL,
    product TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    confirmed INTEGER NOT NULL DEFAULT 0,
    ready_to_exit INTEGER NOT NULL DEFAULT 0,
    lines_changed INTEGER NOT NULL DEFAULT 0,
    arrived_ms BIGINT,
    seated_ms BIGINT,
    left_ms BIGINT,
    confirmed_digest BLOB,
    confirmed_minor BIGINT NOT NULL DEFAULT 0,
    confirmed_currency TEXT NOT NULL DEFAULT '',
    confirmed_exponent INTEGER NOT NULL DEFAULT 2,
    as_shown INTEGER NOT NULL DEFAULT 0,
    calendar_generation INTEGER NOT NULL DEFAULT 1,
    undo_step TEXT NOT NULL DEFAULT '',
    slot_conflict TEXT NOT NULL DEFAULT '',
    crm_invoice_number TEXT NOT NULL DEFAULT '',
    ledger_invoice_number TEXT NOT NULL DEFAULT '',
    revision BIGINT NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX visit_start ON visit (start_ms);
CREATE INDEX visit_patient ON visit (patient, start_ms);
CREATE INDEX visit_state ON visit (state);

-- What is known of a visit's order, acts and invoice: all sealed.
CREATE TABLE visit_order (
    visit TEXT PRIMARY KEY REFERENCES visit (id) ON DELETE CASCADE,
    sales_order BLOB,
    last_sent BLOB,
    invoice BLOB,
    acts BLOB,
    confirmed_lines BLOB,
    read_ms BIGINT
);

-- Where, when and which status an outside system and we last had in common.
CREATE TABLE agreed (
    visit TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    system TEXT NOT NULL,
    provider TEXT NOT NULL,
    room TEXT NOT NULL,
    start_ms BIGINT NOT NULL,
    end_ms BIGINT NOT NULL,
    status TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (visit, system)
);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    service TEXT NOT NULL,
    name TEXT NOT NULL,
    command TEXT NOT NULL,
    visit TEXT NOT NULL DEFAULT '',
    patient TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    key TEXT NOT NULL DEFAULT '',
    key_counter INTEGER NOT NULL DEFAULT 0,
    payload BLOB,
    attempts INTEGER NOT NULL DEFAULT 0,
    created_ms BIGINT NOT NULL,
    not_before_ms BIGINT NOT NULL DEFAULT 0,
    lease_owner TEXT NOT NULL DEFAULT '',
    lease_desk TEXT NOT NULL DEFAULT '',
    lease_until_ms BIGINT NOT NULL DEFAULT 0,
    finished_ms BIGINT,
    error_kind TEXT NOT NULL DEFAULT '',
    error_text TEXT NOT NULL DEFAULT '',
    error_status INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX outbox_state ON outbox (state, id);
CREATE INDEX outbox_stream ON outbox (stream, id);
CREATE INDEX outbox_visit ON outbox (visit);
CREATE INDEX outbox_patient ON outbox (patient);

CREATE TABLE outbox_after (
    row_id BIGINT NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    after_row BIGINT NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    PRIMARY KEY (row_id, after_row)
);
CREATE INDEX outbox_after_row ON outbox_after (after_row);

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms BIGINT NOT NULL,
    by_staff TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX audit_at ON audit (at_ms);

CREATE TABLE named_value (
    name TEXT PRIMARY KEY,
    content TEXT NOT NULL
);
