-- SPDX-FileCopyrightText: 2026 The Vestibule authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Treatment plans as their sources had them last, and what became of them here: versions that were
-- shown and decided on, signatures, booked interventions, printed proposals. Our own data. What is
-- proposed to whom is clinical: it is sealed, as are names and drawings.

CREATE TABLE plan (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    patient TEXT NOT NULL DEFAULT '',
    read_ms BIGINT NOT NULL,
    revision BIGINT NOT NULL DEFAULT 0,
    sealed BLOB NOT NULL
);
CREATE INDEX plan_patient ON plan (patient);

CREATE TABLE plan_version (
    plan TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    decision TEXT NOT NULL,
    decided_ms BIGINT,
    decided_by TEXT NOT NULL DEFAULT '',
    for_review INTEGER NOT NULL DEFAULT 0,
    is_blocked INTEGER NOT NULL DEFAULT 0,
    sealed BLOB NOT NULL,
    PRIMARY KEY (plan, number)
);

-- A version's Devis. It may be known before its plan is: a lost desk reads the CRM first.
CREATE TABLE plan_quote (
    plan TEXT NOT NULL,
    version INTEGER NOT NULL,
    meaning TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (plan, version)
);

CREATE TABLE plan_signature (
    id TEXT PRIMARY KEY,
    plan TEXT NOT NULL,
    version INTEGER NOT NULL,
    signed_ms BIGINT NOT NULL,
    witness TEXT NOT NULL,
    sealed BLOB NOT NULL,
    FOREIGN KEY (plan, version) REFERENCES plan_version (plan, number) ON DELETE CASCADE
);
CREATE INDEX plan_signature_version ON plan_signature (plan, version);

-- Which acts of a plan a visit is booked for; ids of the source only.
CREATE TABLE plan_booking (
    visit TEXT PRIMARY KEY REFERENCES visit (id) ON DELETE CASCADE,
    plan TEXT NOT NULL,
    version INTEGER NOT NULL,
    phase TEXT NOT NULL DEFAULT '',
    items TEXT NOT NULL
);
CREATE INDEX plan_booking_plan ON plan_booking (plan, version);

CREATE TABLE plan_document (
    id TEXT PRIMARY KEY,
    plan TEXT NOT NULL,
    version INTEGER NOT NULL,
    kept_ms BIGINT NOT NULL,
    by_staff TEXT NOT NULL,
    sealed BLOB NOT NULL,
    FOREIGN KEY (plan, version) REFERENCES plan_version (plan, number) ON DELETE CASCADE
);
CREATE INDEX plan_document_version ON plan_document (plan, version);

-- Which product an act of a source is, as a person said.
CREATE TABLE plan_product (
    source TEXT NOT NULL,
    code TEXT NOT NULL,
    product TEXT NOT NULL,
    PRIMARY KEY (source, code)
);
